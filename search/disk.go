package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// disk is an open index of the public leaves of one library. It is safe for
// concurrent use.
type disk struct {
	index   bleve.Index
	reader  index.IndexReader
	segment segment.Segment
	dir     string
	place   []uint32  // bleve's document number: place in library.public
	size    []uint32  // bleve's document number: bytes of canonical text
	factor  []float32 // bleve's document number: lengthFactor of size
	pairs   pairList
	slates  sync.Pool // of *slate
}

// rollName is the file that says which leaf each of bleve's documents is and
// how long: two little-endian uint32 for each, in bleve's order.
const rollName = "roll"

// newDisk opens what bleve has at path, which was built from so many leaves.
func newDisk(path string, leaves int) (d *disk, err error) {
	roll, err := os.ReadFile(filepath.Join(path, rollName))
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if len(roll) != 8*leaves {
		return nil, fmt.Errorf("index %s: %d bytes of roll for %d leaves", path, len(roll), leaves)
	}
	d = &disk{dir: path, place: make([]uint32, leaves), size: make([]uint32, leaves), factor: make([]float32, leaves)}
	seen := make([]bool, leaves)
	for i := range leaves {
		at := binary.LittleEndian.Uint32(roll[8*i:])
		if int64(at) >= int64(leaves) || seen[at] {
			return nil, fmt.Errorf("index %s: roll names leaf %d", path, at)
		}
		seen[at] = true
		d.place[i], d.size[i] = at, binary.LittleEndian.Uint32(roll[8*i+4:])
		d.factor[i] = float32(lengthFactor(int(d.size[i])))
	}
	d.index, err = bleve.OpenUsing(path, map[string]interface{}{"read_only": true, "bolt_timeout": lockTimeout})
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", path, err)
	}
	if err := d.take(leaves); err != nil {
		return nil, errors.Join(fmt.Errorf("index %s: %w", path, err), d.close())
	}
	return d, nil
}

// take gets hold of the one segment that the builder makes.
func (d *disk) take(leaves int) error {
	advanced, err := d.index.Advanced()
	if err != nil {
		return err
	}
	if d.reader, err = advanced.Reader(); err != nil {
		return err
	}
	snapshot, ok := d.reader.(*scorch.IndexSnapshot)
	if !ok || len(snapshot.Segments()) != 1 {
		return errors.New("not one segment")
	}
	d.segment = snapshot.Segments()[0].Segment()
	if n := d.segment.Count(); n != uint64(leaves) {
		return fmt.Errorf("%d documents, want %d", n, leaves)
	}
	return nil
}

// writeRoll writes the roll of the index that was just built at path; sizes
// are those of the leaves in their own order.
func writeRoll(path string, sizes []uint32) error {
	idx, err := bleve.OpenUsing(path, map[string]interface{}{"read_only": true, "bolt_timeout": lockTimeout})
	if err != nil {
		return err
	}
	d := &disk{index: idx, dir: path}
	if err := d.take(len(sizes)); err != nil {
		return errors.Join(err, d.close())
	}
	roll := make([]byte, 0, 8*len(sizes))
	for i := range sizes {
		id, err := d.segment.DocID(uint64(i))
		if err != nil {
			return errors.Join(err, d.close())
		}
		at, err := strconv.Atoi(string(id))
		if err != nil || at < 0 || at >= len(sizes) {
			return errors.Join(fmt.Errorf("document %q is none of ours", id), d.close())
		}
		roll = binary.LittleEndian.AppendUint32(roll, uint32(at))
		roll = binary.LittleEndian.AppendUint32(roll, sizes[at])
	}
	if err := d.close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(path, rollName), roll, 0o600)
}

// close gives the files back.
func (d *disk) close() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("close index %s: panic: %v", d.dir, p)
		}
	}()
	if d.reader != nil {
		err = d.reader.Close()
	}
	return errors.Join(err, d.index.Close())
}
