package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// mostData is how many bytes of data a paper may carry, unpacked: what a packet
// may have.
const mostData = 64 << 20

// embedded is the head of the object in which Write puts the data.
var embedded = regexp.MustCompile(`/Type /EmbeddedFile /Subtype /application#2Fzip [^\n]*/Filter /FlateDecode /Length (\d+)>>\nstream\n`)

// Data returns the data that Write put into a paper, and whether there is any.
// It finds them where Write puts them, also after a viewer has added to the
// file's end; a file that another program wrote anew has to be read by a parser.
func Data(file []byte) ([]byte, bool) {
	if !bytes.HasPrefix(file, []byte("%PDF-")) {
		return nil, false
	}
	m := embedded.FindSubmatchIndex(file)
	if m == nil {
		return nil, false
	}
	size, err := strconv.Atoi(string(file[m[2]:m[3]]))
	if err != nil || size > len(file)-m[1] {
		return nil, false
	}
	r, err := zlib.NewReader(bytes.NewReader(file[m[1] : m[1]+size]))
	if err != nil {
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(r, mostData+1))
	return data, err == nil && len(data) <= mostData
}
