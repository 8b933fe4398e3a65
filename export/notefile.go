package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Notes as a file.
//
// One UTF-8 JSON array in reading order, shaped like the Web Annotation Data
// Model of the W3C so that other programs can read it. Each note has
//
//	"id"        its UUID
//	"anchor"    {report, edition, paragraph, sentence, quote, prefix, suffix,
//	            offset, before, after}: the words it is about, annotate.Anchor;
//	            offset counts bytes in the paragraph and is a hint only
//	"colour"    yellow green blue pink violet
//	"kind"      批注 疑问 赞成 反对 待核
//	"text"      the note; "" for a mere highlight
//	"tags"      list of words
//	"to_share"  true for 共享
//	"created", "changed"  instants with an offset
//
// and, said once more in the words of the model for other programs, "@context",
// "type", "motivation", "body" and "target" (source, state with the edition,
// TextQuoteSelector).
//
// Readers take our names first and the model's where ours are absent, pass over
// fields they do not know, and refuse what is not an array, a note that quotes
// nothing and anything after the array. A note without id, colour or kind gets
// the plain ones.

// ErrNotes is wrapped by every error of ReadNotes.
var ErrNotes = errors.New("not a file of notes")

const (
	noteContext  = "http://www.w3.org/ns/anno.jsonld"
	noteSource   = "urn:deputydesk:report:"
	noteTextBody = "TextualBody"
	noteQuote    = "TextQuoteSelector"
)

type noteBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
	Value   string `json:"value"`
}

type noteState struct {
	Type    string         `json:"type"`
	Edition report.Edition `json:"edition,omitempty"`
}

type noteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type noteTarget struct {
	Source   string         `json:"source,omitempty"`
	State    noteState      `json:"state"`
	Selector []noteSelector `json:"selector"`
}

type noteOut struct {
	Context    string     `json:"@context"`
	Type       string     `json:"type"`
	Motivation string     `json:"motivation"`
	Body       []noteBody `json:"body"`
	Target     noteTarget `json:"target"`
	annotate.Annotation
}

// noteIn is a note as it comes in. What others write may be one value or a
// list, so that body and target are read in a second step.
type noteIn struct {
	annotate.Annotation
	Modified time.Time       `json:"modified"`
	Body     json.RawMessage `json:"body"`
	Target   json.RawMessage `json:"target"`
}

// WriteNotes is the file that holds all; the same notes give the same bytes.
func WriteNotes(all []annotate.Annotation) ([]byte, error) {
	out := make([]noteOut, 0, len(all))
	for _, n := range all {
		o := noteOut{Context: noteContext, Type: "Annotation", Motivation: "highlighting", Body: []noteBody{}, Annotation: n}
		if n.Text != "" {
			o.Motivation = "commenting"
			o.Body = append(o.Body, noteBody{noteTextBody, "commenting", n.Text})
		}
		for _, t := range n.Tags {
			o.Body = append(o.Body, noteBody{noteTextBody, "tagging", t})
		}
		o.Target = noteTarget{noteSource + string(n.Anchor.Report), noteState{"State", n.Anchor.Edition},
			[]noteSelector{{noteQuote, n.Anchor.Quote, n.Anchor.Prefix, n.Anchor.Suffix}}}
		out = append(out, o)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("notes: %w", err)
	}
	return b.Bytes(), nil
}

// ReadNotes reads such a file; name stands in its errors.
func ReadNotes(name string, data []byte) ([]annotate.Annotation, error) {
	var in []noteIn
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if err := json.Unmarshal(data, &in); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrNotes, err)
	}
	if in == nil { // null
		return nil, fmt.Errorf("%s: no list: %w", name, ErrNotes)
	}
	all := make([]annotate.Annotation, 0, len(in))
	for i, each := range in {
		n, err := each.note()
		if err != nil {
			return nil, fmt.Errorf("%s: note %d: %w: %w", name, i+1, ErrNotes, err)
		}
		all = append(all, n)
	}
	return all, nil
}

var errNoQuote = errors.New("it quotes nothing")

func (in noteIn) note() (annotate.Annotation, error) {
	n := in.Annotation
	if strings.TrimSpace(n.Anchor.Quote) == "" {
		if err := in.aim(&n.Anchor); err != nil {
			return n, err
		}
		if strings.TrimSpace(n.Anchor.Quote) == "" {
			return n, errNoQuote
		}
	}
	if n.Text == "" && len(n.Tags) == 0 {
		bodies, err := oneOrMany[noteBody](in.Body)
		if err != nil {
			return n, err
		}
		for _, b := range bodies {
			switch {
			case b.Purpose == "tagging":
				n.Tags = append(n.Tags, b.Value)
			case n.Text == "":
				n.Text = b.Value
			default:
				n.Text += "\n" + b.Value
			}
		}
	}
	if !slices.Contains(annotate.Colours, n.Colour) {
		n.Colour = annotate.Yellow
	}
	if !slices.Contains([]annotate.Kind{annotate.Question, annotate.Agree, annotate.Disagree, annotate.Verify}, n.Kind) {
		n.Kind = annotate.Remark
	}
	if n.Changed.IsZero() {
		n.Changed = in.Modified
	}
	for _, t := range []*time.Time{&n.Created, &n.Changed} {
		if !t.IsZero() {
			*t = t.In(annotate.Beijing)
		}
	}
	return n, nil
}

// aim fills an anchor in from the target of the model.
func (in noteIn) aim(a *annotate.Anchor) error {
	targets, err := oneOrMany[struct {
		Source   string          `json:"source"`
		State    noteState       `json:"state"`
		Selector json.RawMessage `json:"selector"`
	}](in.Target)
	if err != nil {
		return err
	}
	for _, t := range targets {
		selectors, err := oneOrMany[noteSelector](t.Selector)
		if err != nil {
			return err
		}
		for _, s := range selectors {
			if s.Type != noteQuote || s.Exact == "" {
				continue
			}
			a.Quote, a.Prefix, a.Suffix, a.Edition = s.Exact, s.Prefix, s.Suffix, t.State.Edition
			if id, ours := strings.CutPrefix(t.Source, noteSource); ours {
				a.Report = report.ID(id)
			}
			return nil
		}
	}
	return nil
}

// oneOrMany reads a value or a list of values; strings and the like among them
// are passed over.
func oneOrMany[T any](raw json.RawMessage) ([]T, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return nil, nil
	}
	parts := []json.RawMessage{raw}
	if raw[0] == '[' {
		if err := json.Unmarshal(raw, &parts); err != nil {
			return nil, err
		}
	}
	var all []T
	for _, p := range parts {
		if p = bytes.TrimSpace(p); len(p) == 0 || p[0] != '{' {
			continue
		}
		var v T
		if err := json.Unmarshal(p, &v); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}
