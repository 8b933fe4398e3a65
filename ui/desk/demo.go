package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"deputydesk/annotate"
	"deputydesk/search"
	"deputydesk/seeds"
	"deputydesk/seeds/report"
)

// A Demonstration is what Demo did, in the order it did it.
type Demonstration struct {
	Query    string            `json:"query"`
	Hits     int               `json:"hits"`
	Sentence string            `json:"sentence"`
	Target   string            `json:"target"`
	Note     string            `json:"note"`
	Title    string            `json:"title"`
	Findings int               `json:"findings"`
	Sheet    Paper             `json:"sheet"`
	Packet   string            `json:"packet"`
	Back     int               `json:"back"` // proposals read back from the packet
	Files    map[string]string `json:"files"`
}

// errDemo is wrapped when the demonstration does not come out as it should.
var errDemo = errors.New("the demonstration does not come out")

// Demo does the main job on the bundled report in dir: it searches, marks and
// notes the sentence, drafts a proposal against its target, checks it, makes
// the sheet and the packet, and reads the packet back.
func Demo(dir string) (Demonstration, error) {
	var did Demonstration
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return did, err
	}
	d := Open(Settings{Folder: filepath.Join(dir, "data")})
	d.keys = keyring{} // unsigned, so that it gives the same bytes on every machine
	did, err := d.demo(dir)
	return did, errors.Join(err, d.Close())
}

func (d *Desk) demo(dir string) (Demonstration, error) {
	did := Demonstration{Query: "充电桩", Note: "每个区县各建多少？", Files: map[string]string{}}
	if !d.Keeps() {
		return did, d.Trouble()
	}

	answer, err := d.Ask(search.Query{Text: did.Query, Kinds: []search.Kind{search.Reports}})
	if err != nil {
		return did, err
	}
	if did.Hits = len(answer.Hits); did.Hits == 0 || len(answer.Hits[0].Spans) == 0 {
		return did, fmt.Errorf("search %s: nothing found: %w", did.Query, errDemo)
	}
	hit := answer.Hits[0]

	d.SelectSentence(report.ParagraphID(hit.ID), hit.Spans[0].Start, false)
	did.Sentence = d.Words()
	if a := d.Comment(did.Note); a.Off != nil {
		return did, a.Off
	} else if _, noted := d.NoteAt(d.Selection()); !noted {
		a.Do()
	}

	example, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		return did, err
	}
	cited := example.Cites[0]
	for _, t := range d.SelectedTargets() {
		if t.Quote != cited.Anchor.Quote {
			continue
		}
		did.Target = t.Quote
		if a := d.WriteOnTarget(t.ID, annotate.Suggestion); a.Off != nil {
			return did, a.Off
		} else if !d.openTitled(example.Title) {
			a.Do()
		}
	}
	if d.draft == nil {
		return did, fmt.Errorf("target %s: not read off the report: %w", cited.Anchor.Quote, errDemo)
	}
	d.Edit(func(p *annotate.Proposal) {
		id, cites := p.ID, p.Cites
		*p = example
		p.ID, p.Cites, p.State = id, cites, annotate.Drafting
		p.Cites[0].Ask = cited.Ask
	})
	p := *d.draft
	did.Title = p.Title
	did.Findings = len(d.Check(p))

	if did.Sheet, err = d.Sheet(p, filepath.Join(dir, "sheet.pdf")); err != nil {
		return did, err
	}
	did.Files["sheet"] = did.Sheet.File

	packet, err := d.PackProposals(p.Deputy.Name, []annotate.Proposal{p})
	if err != nil {
		return did, err
	}
	did.Packet = filepath.Join(dir, "proposal.dbz")
	if err := os.WriteFile(did.Packet, packet, 0o644); err != nil {
		return did, err
	}
	did.Files["packet"] = did.Packet
	written, err := os.ReadFile(did.Packet)
	if err != nil {
		return did, err
	}
	back, err := unpack(did.Packet, written, d.secrets())
	if err != nil {
		return did, err
	}
	did.Back = len(back.Items)

	draft := filepath.Join(dir, "proposal.toml")
	if err := os.WriteFile(draft, annotate.WriteFile(p), 0o644); err != nil {
		return did, err
	}
	did.Files["draft"] = draft
	return did, nil
}

// openTitled opens the draft with that title, if there is one: a second
// demonstration in the same folder goes on with the first one's draft.
func (d *Desk) openTitled(title string) bool {
	for _, p := range d.drafts {
		if p.Title == title {
			d.OpenDraft(p.ID)
			return true
		}
	}
	return false
}
