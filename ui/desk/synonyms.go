package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"deputydesk/search/hanzi"
	"deputydesk/seeds/intake"
)

// synonymFile is the user's own table of words that mean the same, a plain
// text file in the data folder; see hanzi.ReadSynonyms for its lines.
const synonymFile = "synonyms.txt"

// synonyms are the user's own, as they were last read.
type synonyms struct {
	words   hanzi.Synonyms
	skipped []int // lines that were not understood, from 1
	size    int64
	changed time.Time
}

// SynonymTable returns the path of the user's table. If there is none yet, one
// is made that holds header, a remark on how it is written.
func (d *Desk) SynonymTable(header string) (string, error) {
	if d.store == nil {
		return "", ErrNothingKept
	}
	path := filepath.Join(d.Folder(), synonymFile)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if os.IsExist(err) {
		return path, nil
	}
	if err != nil {
		return "", fmt.Errorf("synonyms: %w", err)
	}
	var text strings.Builder
	text.WriteString("\uFEFF") // old editors take a file without it for GB 18030
	for line := range strings.Lines(header) {
		text.WriteString(strings.TrimSpace("# "+strings.TrimSpace(line)) + "\r\n")
	}
	_, err = f.WriteString(text.String())
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", fmt.Errorf("synonyms: %w", err)
	}
	return path, nil
}

// LearnSynonyms reads the user's table if it changed since it was last read.
// Lines that are not understood are left out, and listed in Finds.
func (d *Desk) LearnSynonyms() {
	if d.set.Folder == "" {
		return
	}
	path := filepath.Join(d.set.Folder, synonymFile)
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		if d.synonyms.size > 0 {
			d.synonyms = synonyms{}
			d.index.Learn(d.synonyms.words)
		}
		return
	}
	if err != nil {
		if d.trouble == nil { // else it has been said that the folder cannot be used
			d.tell(fmt.Errorf("synonyms: %w", err))
		}
		return
	}
	if info.Size() == d.synonyms.size && info.ModTime().Equal(d.synonyms.changed) {
		return
	}
	d.synonyms.size, d.synonyms.changed = info.Size(), info.ModTime()
	data, err := readSource(path)
	if err != nil {
		d.tell(fmt.Errorf("synonyms: %w", err))
		return
	}
	d.synonyms.words, d.synonyms.skipped = readSynonyms(data)
	d.index.Learn(d.synonyms.words)
}

// readSynonyms reads a table line by line, so that one slip does not cost the
// rest.
func readSynonyms(data []byte) (hanzi.Synonyms, []int) {
	text, _, err := intake.Decode(data)
	if err != nil {
		return hanzi.Synonyms{}, nil // empty, or no text at all
	}
	var good strings.Builder
	var skipped []int
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if _, err := hanzi.ReadSynonyms(strings.NewReader(line)); err != nil {
			skipped = append(skipped, i+1)
			continue
		}
		good.WriteString(line + "\n")
	}
	words, err := hanzi.ReadSynonyms(strings.NewReader(good.String()))
	if err != nil {
		return hanzi.Synonyms{}, skipped
	}
	return words, skipped
}
