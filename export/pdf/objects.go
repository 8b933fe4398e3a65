package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// errDraft is wrapped when the page writer's file is not what it always was.
var errDraft = errors.New("unexpected file from the page writer")

// An object is one numbered object of a file: a dictionary or another value as
// text, and the bytes of its stream as stored.
type object struct {
	body   string
	stream []byte
}

var (
	startXref = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	xrefLine  = regexp.MustCompile(`(\d{10}) (\d{5}) ([nf])`)
	lengthKey = regexp.MustCompile(`/Length (\d+)`)
)

// readObjects reads a file with one plain cross-reference table.
func readObjects(file []byte) (map[int]object, error) {
	m := startXref.FindSubmatch(file)
	if m == nil {
		return nil, fmt.Errorf("no startxref: %w", errDraft)
	}
	at, err := strconv.Atoi(string(m[1]))
	if err != nil || at >= len(file) {
		return nil, fmt.Errorf("startxref outside the file: %w", errDraft)
	}
	all := map[int]object{}
	end := bytes.Index(file[at:], []byte("trailer"))
	if end < 0 {
		return nil, fmt.Errorf("no trailer: %w", errDraft)
	}
	for n, rec := range xrefLine.FindAllSubmatch(file[at:at+end], -1) {
		if string(rec[3]) == "f" {
			continue
		}
		offset, err := strconv.Atoi(string(rec[1]))
		if err != nil || offset >= len(file) {
			return nil, fmt.Errorf("object %d outside the file: %w", n, errDraft)
		}
		o, err := readObject(file[offset:], n)
		if err != nil {
			return nil, err
		}
		all[n] = o
	}
	return all, nil
}

func readObject(data []byte, n int) (object, error) {
	head := fmt.Appendf(nil, "%d 0 obj\n", n)
	if !bytes.HasPrefix(data, head) {
		return object{}, fmt.Errorf("object %d is not where the table says: %w", n, errDraft)
	}
	data = data[len(head):]
	end := bytes.Index(data, []byte("endobj"))
	if end < 0 {
		return object{}, fmt.Errorf("object %d has no end: %w", n, errDraft)
	}
	at := bytes.Index(data, []byte("\nstream\n"))
	if at < 0 || at > end {
		return object{body: string(bytes.TrimSpace(data[:end]))}, nil
	}
	o := object{body: string(data[:at])}
	m := lengthKey.FindStringSubmatch(o.body)
	if m == nil {
		return object{}, fmt.Errorf("object %d: stream without length: %w", n, errDraft)
	}
	size, err := strconv.Atoi(m[1])
	if err != nil || at+8+size > len(data) {
		return object{}, fmt.Errorf("object %d: stream past the end: %w", n, errDraft)
	}
	o.stream = data[at+8 : at+8+size]
	return o, nil
}

// inflate returns the bytes of a stream filtered with FlateDecode.
func inflate(stream []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	return data, nil
}

// deflate compresses a stream. Writing to memory cannot fail.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// A ref is the number of an object in the file being written.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// A builder collects the objects of the new file.
type builder struct {
	objects []object // object i has number i+1
}

// reserve takes a number for an object to be set later.
func (b *builder) reserve() ref {
	b.objects = append(b.objects, object{})
	return ref(len(b.objects))
}

func (b *builder) set(r ref, body string) { b.objects[r-1].body = body }

func (b *builder) add(body string) ref {
	r := b.reserve()
	b.set(r, body)
	return r
}

// stream adds data compressed; dict holds more entries.
func (b *builder) stream(dict string, data []byte) ref {
	return b.stored(dict+" /Filter /FlateDecode", deflate(data))
}

// stored adds a stream as it is.
func (b *builder) stored(dict string, data []byte) ref {
	r := b.reserve()
	b.objects[r-1] = object{body: fmt.Sprintf("<<%s /Length %d>>", dict, len(data)), stream: data}
	return r
}

// file writes all objects, the table and the trailer. The /ID is the hash of
// everything before it.
func (b *builder) file(version string, root, info ref) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-%s\n%%\xE5\xBB\xBA\xE8\xAE\xAE\n", version)
	offsets := make([]int, len(b.objects))
	for i, o := range b.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\n", i+1, o.body)
		if o.stream != nil {
			out.WriteString("stream\n")
			out.Write(o.stream)
			out.WriteString("\nendstream\n")
		}
		out.WriteString("endobj\n")
	}
	id := sha256.Sum256(out.Bytes())
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(b.objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root %v /Info %v /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(b.objects)+1, root, info, id[:16], id[:16], at)
	return out.Bytes()
}
