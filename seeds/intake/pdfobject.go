package intake

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"io"
	"strings"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The limits of a PDF file beside those of every file.
const (
	maxUnpacked = 512 << 20 // bytes of all unpacked streams together
	maxObjects  = 1 << 20
)

// A pdfFile is the objects of a PDF file. pdfcpu reads them; nothing else of
// it is used, and this file alone knows its name.
type pdfFile struct {
	table    *model.XRefTable
	unpacked int // bytes of the streams unpacked so far
}

// withoutFolder keeps pdfcpu from writing a folder of settings.
var withoutFolder = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// openPDF reads the objects of a PDF file. A file that opens without a
// password is read, even if it asks that its text not be copied.
func openPDF(data []byte) (f *pdfFile, err error) {
	withoutFolder()
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	conf.ValidationMode = model.ValidationRelaxed
	conf.Cmd = model.EXTRACTCONTENT
	conf.Limits.MaxStreamBytes = MaxFile
	conf.Limits.MaxDecodeBytes = maxPart
	conf.Limits.MaxObjectCount = maxObjects
	conf.Limits.MaxXRefEntries = maxObjects
	conf.Limits.MaxObjectStreamCount = maxObjects
	conf.Limits.MaxRecursionDepth = maxDepth
	ctx, err := pdfcpu.Read(bytes.NewReader(data), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), err != nil && strings.Contains(err.Error(), "encryption"):
		return nil, fmt.Errorf("pdf: %w: %w", ErrEncrypted, err)
	case err != nil:
		return nil, fmt.Errorf("pdf: %w: %w", ErrTruncated, err)
	case ctx == nil || ctx.XRefTable == nil || ctx.Root == nil:
		return nil, fmt.Errorf("pdf: no catalogue: %w", ErrTruncated)
	}
	return &pdfFile{table: ctx.XRefTable}, nil
}

// object follows references to the object itself; nil where there is none.
func (f *pdfFile) object(o types.Object) types.Object {
	for range maxDepth {
		if _, isRef := o.(types.IndirectRef); !isRef {
			return o
		}
		next, err := f.table.Dereference(o)
		if err != nil {
			return nil // an object that cannot be read is as good as missing
		}
		o = next
	}
	return nil
}

func (f *pdfFile) dict(o types.Object) types.Dict {
	switch o := f.object(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (f *pdfFile) array(o types.Object) types.Array {
	a, _ := f.object(o).(types.Array)
	return a
}

func (f *pdfFile) name(o types.Object) string {
	n, _ := f.object(o).(types.Name)
	return string(n)
}

// number reads a number, and says whether o is one.
func (f *pdfFile) number(o types.Object) (float64, bool) {
	switch n := f.object(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

// stream unpacks a stream; nil without an error if o is none.
func (f *pdfFile) stream(o types.Object) ([]byte, error) {
	s, ok := f.object(o).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	var content []byte
	if p := s.FilterPipeline; len(p) == 1 && p[0].Name == "FlateDecode" && p[0].DecodeParms == nil {
		all, err := inflate(s.Raw)
		if err != nil {
			return nil, err
		}
		content = all
	} else {
		if err := s.DecodeWithLimit(maxPart); err != nil {
			return nil, fmt.Errorf("pdf: stream: %w: %w", ErrTruncated, err)
		}
		content = s.Content
	}
	f.unpacked += len(content)
	if f.unpacked > maxUnpacked {
		return nil, fmt.Errorf("pdf: more than %d bytes unpacked: %w", maxUnpacked, ErrTooLarge)
	}
	return content, nil
}

// inflate unpacks the usual packing of streams. pdfcpu takes a stream that
// stops early for a whole one; half a page must not pass for a page. Only the
// checksum may be missing, since some writers leave it out.
func inflate(packed []byte) ([]byte, error) {
	if len(packed) < 2 {
		return nil, nil
	}
	rest := bytes.NewReader(packed[2:])
	content, err := io.ReadAll(io.LimitReader(flate.NewReader(rest), maxPart+1))
	sum := make([]byte, 4)
	switch n, _ := io.ReadFull(rest, sum); { // n is all that matters of it
	case len(content) > maxPart:
		return nil, fmt.Errorf("pdf: stream of more than %d bytes: %w", maxPart, ErrTooLarge)
	case err != nil:
		return nil, fmt.Errorf("pdf: stream: %w: %w", ErrTruncated, err)
	case n == len(sum) && binary.BigEndian.Uint32(sum) != adler32.Checksum(content):
		return nil, fmt.Errorf("pdf: stream: checksum: %w", ErrTruncated)
	}
	return content, nil
}

// A pdfPage is one page with what it has from the nodes above it.
type pdfPage struct {
	dict      types.Dict
	resources types.Dict
	rotate    int // clockwise, 0, 90, 180 or 270
}

// pages returns the pages in order.
func (f *pdfFile) pages() ([]pdfPage, error) {
	var all []pdfPage
	seen := map[types.IndirectRef]bool{}
	var visit func(o types.Object, above pdfPage, depth int) error
	visit = func(o types.Object, above pdfPage, depth int) error {
		if ref, ok := o.(types.IndirectRef); ok {
			if seen[ref] {
				return fmt.Errorf("pdf: a page is its own parent: %w", ErrTruncated)
			}
			seen[ref] = true
		}
		if depth > maxDepth || len(all) >= maxParts {
			return fmt.Errorf("pdf: more than %d pages: %w", maxParts, ErrTooLarge)
		}
		d := f.dict(o)
		if d == nil {
			return fmt.Errorf("pdf: page %d is missing: %w", len(all)+1, ErrTruncated)
		}
		here := pdfPage{d, above.resources, above.rotate}
		if r := f.dict(d["Resources"]); r != nil {
			here.resources = r
		}
		if n, ok := f.number(d["Rotate"]); ok {
			here.rotate = (int(n)%360 + 360) % 360
		}
		kids := f.array(d["Kids"])
		if kids == nil {
			all = append(all, here)
			return nil
		}
		for _, kid := range kids {
			if err := visit(kid, here, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	root := f.dict(*f.table.Root)
	if root == nil || root["Pages"] == nil {
		return nil, fmt.Errorf("pdf: no pages: %w", ErrTruncated)
	}
	return all, visit(root["Pages"], pdfPage{}, 0)
}

// content returns the drawing of a page, its streams one after the other.
func (f *pdfFile) content(p pdfPage) ([]byte, error) {
	o := f.object(p.dict["Contents"])
	streams, ok := o.(types.Array)
	if !ok {
		streams = types.Array{o}
	}
	var all []byte
	for _, s := range streams {
		part, err := f.stream(s)
		if err != nil {
			return nil, err
		}
		if len(all)+len(part) > maxPart {
			return nil, fmt.Errorf("pdf: page of more than %d bytes: %w", maxPart, ErrTooLarge)
		}
		all = append(append(all, part...), '\n')
	}
	return all, nil
}
