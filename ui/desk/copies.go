package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/transcribe"
	"deputydesk/export"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/rules"
)

// What keeps a file without data of ours from being copied into the register.
var (
	ErrScan        = errors.New("a scan without text and without a symbol of ours")
	ErrNotProposal = errors.New("no proposal can be told in it")
)

// mostCopied is how many characters a file has at most that is taken for a
// proposal: ten times the longest. A work report has 20,000.
const mostCopied = 15_000

// A paper is a file that a copy was made from, with its bytes.
type paper struct {
	file annotate.File
	data []byte
}

func paperOf(name string, data []byte) paper {
	sum := sha256.Sum256(data)
	return paper{annotate.File{Name: export.SafeName(name), Size: len(data), SHA256: hex.EncodeToString(sum[:])}, data}
}

// Transcribe reads the proposals in an office file, a PDF or a text, without
// entering them anywhere.
func (d *Desk) Transcribe(name string, data []byte) ([]transcribe.Reading, error) {
	_, all, err := transcribed(name, data, d.pack)
	return all, err
}

// transcribed is Transcribe with the leaf that was read.
func transcribed(name string, data []byte, pack *rules.Pack) (intake.Leaf, []transcribe.Reading, error) {
	leaf, err := intake.Open(name, data)
	if err != nil {
		return leaf, nil, err
	}
	all := transcribe.Read(leaf, pack)
	if utf8.RuneCountInString(leaf.Text()) > mostCopied*len(all) {
		return leaf, nil, fmt.Errorf("%s: more than %d characters: %w", name, mostCopied, ErrNotProposal)
	}
	for _, r := range all {
		p := r.Proposal
		if p.Title == "" && p.Deputy.Name == "" || p.Body == (annotate.Body{}) && p.Deputy.Name == "" {
			return leaf, nil, fmt.Errorf("%s: %w", name, ErrNotProposal)
		}
	}
	return leaf, all, nil
}

// copy reads a file that holds no data of ours: its text, or the symbol on
// its picture. The bytes are kept with the entry, so that the file can be opened
// again.
func (r receiver) copy(name string, data []byte) ([]registry.Received, came) {
	p := paperOf(name, data)
	bad := func(err error) ([]registry.Received, came) {
		return []registry.Received{{File: name, Err: err}}, came{}
	}
	if intake.IsPicture(data) {
		img, err := intake.Picture(data)
		if err != nil {
			return bad(err)
		}
		if one, ok := scannedPaper(name, intake.Symbol(img), p); ok {
			return []registry.Received{one}, came{paper: &p}
		}
		return bad(fmt.Errorf("%s: %w", name, ErrScan))
	}
	leaf, readings, err := transcribed(name, data, r.pack)
	if errors.Is(err, intake.ErrNoTextLayer) {
		for _, img := range leaf.Scans {
			if one, ok := scannedPaper(name, intake.Symbol(img), p); ok {
				return []registry.Received{one}, came{paper: &p}
			}
		}
		return bad(fmt.Errorf("%w: %w", ErrScan, err))
	}
	if err != nil {
		return bad(err)
	}
	printed, ours := export.ReadCode(leaf.Text() + strings.Join(leaf.Margins, "\n"))
	words := sha256.Sum256([]byte(strings.Join(strings.Fields(leaf.Text()), "")))
	source := hex.EncodeToString(words[:])
	var all []registry.Received
	for i, reading := range readings {
		one := r.copied(name, reading, p, source)
		if i > 0 {
			one.Source += fmt.Sprintf("/%d", i+1)
			one.Proposal.ID = annotate.CopyID(one.Source)
		}
		if ours && len(readings) == 1 {
			one.Origin, one.Printed = registry.Stripped, registry.Printed(printed)
			one.Proposal.ID = annotate.ProposalID(strings.ToLower(printed.Code) + string(one.Proposal.ID)[8:])
			one.Proposal.Revision = printed.Revision
		}
		one.Digest = export.Digest(one.Proposal)
		all = append(all, one)
	}
	return all, came{paper: &p}
}

// copied is a reading as a clerk wants to see it.
func (r receiver) copied(name string, reading transcribe.Reading, from paper, source string) registry.Received {
	p := reading.Proposal
	p.ID = annotate.CopyID(source)
	one := r.received(name, p, "", "")
	one.Origin, one.Source, one.Files = registry.Transcribed, source, []annotate.File{from.file}
	for _, g := range reading.Guesses {
		one.Guesses = append(one.Guesses, registry.Guess{Field: g.Field, Words: g.Words, Why: string(g.Why), Sure: g.Sure})
	}
	if reading.Parted {
		one.Guesses = append(one.Guesses, registry.Guess{Why: partedWhy})
	}
	return one
}

// partedWhy is why a copy from a file with several proposals is a guess.
const partedWhy = "parted"

// scannedPaper is a paper of ours of which only the symbol could be read.
func scannedPaper(name, symbol string, from paper) (registry.Received, bool) {
	printed, ok := export.ReadSymbol(symbol)
	if !ok {
		return registry.Received{}, false
	}
	p := annotate.Proposal{ID: printed.ID, Revision: printed.Revision, Form: annotate.Suggestion}
	return registry.Received{File: name, Proposal: p, Origin: registry.Scanned, Source: from.file.SHA256,
		Printed: registry.Printed(printed), Files: []annotate.File{from.file}, Lacks: []string{"title", "deputy.name"}}, true
}

// TypeIn 录入 enters a proposal that somebody typed from paper, as a batch of its
// own. It gets a fresh id unless it has one, as of a symbol or code that was read;
// papers are the files of its scan, which are kept with it.
func (d *Desk) TypeIn(p annotate.Proposal, who string, papers ...string) (Intake, error) {
	if p.ID == "" {
		p.ID = annotate.ProposalID(uuid.NewString())
	}
	p.Revision = max(1, p.Revision)
	one := d.receiver().received("", p, "", "")
	one.Origin = registry.Typed
	var a Arrival
	for _, path := range papers {
		name, data, err := readWhole(path)
		if err != nil {
			return Intake{}, err
		}
		from := paperOf(name, data)
		a.papers = append(a.papers, from)
		one.Files = append(one.Files, from.file)
	}
	one.File = strings.Join(namesOf(one.Files), "、")
	a.Files, a.Received = len(papers), []registry.Received{one}
	rows, err := d.JudgeArrival(&a)
	if err != nil {
		return Intake{}, err
	}
	return d.Enter(&a, Taking{Who: who, Rows: rows})
}

func namesOf(files []annotate.File) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.Name)
	}
	return all
}

// Recopy 更正 puts a copy in the register right: what the paper really says. Only
// copies can be; what came with its data stays as it was handed in.
func (d *Desk) Recopy(name string, p annotate.Proposal, who string) (registry.Book, error) {
	return d.Register(func(b *registry.Book) error {
		e, err := b.Find(name)
		if err != nil {
			return err
		}
		p.ID, p.Revision = e.Proposal.ID, e.Proposal.Revision
		return b.Recopy(d.Decides(who), name, p, export.Digest(p))
	})
}

// unsure names the fields of a row that somebody must look at.
func unsure(guesses []registry.Guess) []string {
	var all []string
	for _, g := range guesses {
		if !g.Sure && g.Field != "" && g.Why != string(transcribe.Missing) && !slices.Contains(all, g.Field) {
			all = append(all, g.Field)
		}
	}
	return all
}
