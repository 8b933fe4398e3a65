package desk

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// A player does things on a desk as they come and keeps a model of what must be
// there: the words of every note, the titles of the drafts, and what stood there
// before each step.
type player struct {
	t      *testing.T
	folder string
	d      *Desk
	turn   int

	notes  map[annotate.NoteID]string
	drafts map[annotate.ProposalID]string
	typed  []string // words of notes that are being typed, or were a moment ago
	rest   string   // the state when nothing was being typed last
	before []string // of each step that can be taken back, the state before it; "" if not known
	after  []string // of each step that can be done again, the state after it
}

func (p *player) open() {
	p.d = open(p.t, p.folder)
	p.look()
	p.before, p.after = nil, nil
}

// look takes the desk as it is for what must be there.
func (p *player) look() {
	p.notes, p.drafts = p.words(), p.titles()
	if !p.d.Typing() {
		p.rest = state(p.t, p.d)
		p.typed = nil
	}
}

func (p *player) words() map[annotate.NoteID]string {
	m := map[annotate.NoteID]string{}
	for _, n := range p.d.notes {
		m[n.ID] = n.Text
	}
	return m
}

func (p *player) titles() map[annotate.ProposalID]string {
	m := map[annotate.ProposalID]string{}
	for _, x := range p.d.Drafts() {
		m[x.ID] = x.Title
	}
	if p.d.draft != nil {
		m[p.d.draft.ID] = p.d.draft.Title // what is typed in it
	}
	return m
}

// ids are some of the notes, by arg.
func (p *player) ids(arg int) []annotate.NoteID {
	var ids []annotate.NoteID
	for i, n := range p.d.notes {
		if (i+arg)%3 == 0 {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

func (p *player) one(arg int) annotate.NoteID {
	if len(p.d.notes) == 0 {
		return "none"
	}
	return p.d.notes[arg%len(p.d.notes)].ID
}

// say presses a if it may be pressed.
func (p *player) say(a Action) {
	if a.Off == nil {
		a.Do()
	}
}

// play does one thing. want is what the notes must say then, or nil for just
// what they said.
func (p *player) play(op, arg int) {
	d, word := p.d, fmt.Sprintf("第%d句话", p.turn)
	p.turn++
	all := d.Report().Paragraphs()
	para := all[arg%len(all)]
	want := maps.Clone(p.notes)
	steps, fresh := len(d.done), false
	switch op % 20 {
	case 0, 1:
		d.SelectSentence(para.ID, arg%(len(para.Text)+1), arg%2 == 0)
	case 2:
		fresh = true
		p.say(d.Mark(annotate.Colours[arg%5]))
	case 3, 4:
		d.EndNote() // as when the keyboard leaves it
		want = p.words()
		if a := d.Comment(word); a.Off == nil {
			n, had := d.NoteAt(d.Selection())
			a.Do()
			if fresh = !had; had {
				want[n.ID] = word
			}
		}
	case 5:
		if a := d.Jot(word); a.Off == nil {
			a.Do()
			p.typed = append(p.typed, word)
		}
	case 6:
		if a := d.JotIn(p.one(arg), word); a.Off == nil {
			a.Do()
			p.typed = append(p.typed, word)
		}
	case 7:
		d.JotPoint(p.one(arg), word)
	case 8:
		p.say(d.TagNotes(p.ids(arg), []string{word}))
	case 9:
		p.say(d.KindNotes(p.ids(arg), NoteKinds[arg%5]))
	case 10:
		p.say(d.ChoosePoints(p.ids(arg)))
	case 11:
		p.say(d.MovePoint(p.one(arg), arg%5-2))
	case 12:
		ids := p.ids(arg)
		if arg%2 == 0 {
			ids = []annotate.NoteID{p.one(arg)}
		}
		p.say(d.DeleteNotes(ids))
		for _, id := range ids {
			delete(want, id)
		}
		if j := d.jotting; j != nil && slices.Contains(ids, j.note.ID) {
			p.t.Fatalf("turn %d: a deleted note is still being typed, and would come back", p.turn)
		}
	case 13:
		p.undo()
		return
	case 14:
		p.redo()
		return
	case 15:
		var in []annotate.Annotation
		for i := range arg%3 + 1 {
			n := d.newNote(annotate.AnchorAt(d.Report(), para, report.Span{Start: 0, End: len(firstRune(para.Text))}), annotate.Pink, fmt.Sprint(word, i))
			in, want[n.ID] = append(in, n), n.Text
		}
		if _, err := d.TakeNotes(in); err != nil {
			p.t.Fatal(err)
		}
	case 16:
		d.Search([]string{"充电桩", "公里", word}[arg%3])
		d.NextHit()
	case 17:
		p.say(d.Write(annotate.Suggestion))
		d.SetTitle("关于" + word + "的建议")
		p.drafts = nil
	case 18:
		text := strings.Replace(county, "30公里", fmt.Sprint(20+arg%3, "公里"), 1)
		if r, err := intake.Text(intake.Meta{ID: "county-2024", Body: "示例县人民政府", Year: 2024}, text); err != nil {
			p.t.Fatal(err)
		} else if err := d.take(r, "x.txt", []byte(text), nil); err != nil && !GoodNews(err) {
			p.t.Fatal(err)
		}
		d.Revised()
	case 19:
		if arg%3 == 0 {
			p.reopen()
			return
		}
		d.OpenReport(d.Reports()[arg%len(d.Reports())].ID)
	}
	p.compare(op, want, fresh)
	p.stepped(steps)
	p.look()
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// compare holds what is there against the model. Words that were being typed may
// have come, and with fresh one new note.
func (p *player) compare(op int, want map[annotate.NoteID]string, fresh bool) {
	p.t.Helper()
	got := p.words()
	for id, text := range want {
		now, there := got[id]
		if !there {
			p.t.Fatalf("turn %d, %d: a note is lost: %q", p.turn, op%20, text)
		}
		if now != text && !slices.Contains(p.typed, now) {
			p.t.Fatalf("turn %d, %d: a note says %q instead of %q", p.turn, op%20, now, text)
		}
	}
	for id, text := range got {
		if _, known := want[id]; !known && !fresh && !slices.Contains(p.typed, text) {
			p.t.Fatalf("turn %d, %d: a note from nowhere: %q", p.turn, op%20, text)
		}
	}
	for id, title := range p.drafts {
		if now, there := p.titles()[id]; !there || now != title {
			p.t.Fatalf("turn %d, %d: draft %q is %q, there: %v", p.turn, op%20, title, now, there)
		}
	}
}

// stepped remembers what stood there before the steps that were made since
// there were so many.
func (p *player) stepped(had int) {
	for i := had; i < len(p.d.done); i++ {
		at := ""
		if i == had {
			at = p.rest
		}
		p.before, p.after = append(p.before, at), nil
	}
	p.match()
	if len(p.d.done) > had && p.d.Typing() {
		p.rest = "" // the outline is being typed, and a note was ended
	}
}

// match fills up what is known of the steps: typing may have become one.
func (p *player) match() {
	for len(p.before) < len(p.d.done) {
		p.before = append(p.before, "")
	}
	p.before = p.before[len(p.before)-len(p.d.done):]
	p.after = slices.Clip(p.after[:min(len(p.after), len(p.d.undone))])
}

func (p *player) undo() {
	typing, now := p.d.Typing(), state(p.t, p.d)
	want := p.rest
	if !typing {
		if len(p.before) == 0 {
			if p.d.Undo().Off == nil {
				p.t.Fatalf("turn %d: something can be taken back that nobody did", p.turn)
			}
			return
		}
		want = p.before[len(p.before)-1]
		p.before = p.before[:len(p.before)-1]
	} else {
		now, p.after = "", nil
	}
	p.say(p.d.Undo())
	if got := state(p.t, p.d); want != "" && got != want {
		p.t.Fatalf("turn %d: undo leaves\n%s\nwant\n%s", p.turn, got, want)
	}
	p.after = append(p.after, now)
	p.match()
	p.look()
}

func (p *player) redo() {
	a, typing := p.d.Redo(), p.d.Typing()
	if a.Off != nil {
		return
	}
	steps := len(p.d.done)
	a.Do()
	if typing { // what was typed is a step of its own: there is nothing to do again
		p.stepped(steps)
		p.look()
		return
	}
	want := p.after[len(p.after)-1]
	p.after = p.after[:len(p.after)-1]
	if got := state(p.t, p.d); want != "" && got != want {
		p.t.Fatalf("turn %d: redo leaves\n%s\nwant\n%s", p.turn, got, want)
	}
	p.before = append(p.before, p.rest)
	p.look()
}

// reopen closes the desk and opens it again: everything is there, also what was
// being typed.
func (p *player) reopen() {
	drafts, typed := p.titles(), ""
	if j := p.d.jotting; j != nil {
		typed = j.note.Text
	}
	if err := p.d.SaveAll(); err != nil {
		p.t.Fatal(err)
	}
	want := state(p.t, p.d)
	shut(p.t, p.d)
	p.open()
	if got := state(p.t, p.d); got != want {
		p.t.Fatalf("turn %d: after opening again\n%s\nwant\n%s", p.turn, got, want)
	}
	if typed != "" && !slices.Contains(slices.Collect(maps.Values(p.notes)), typed) {
		p.t.Fatalf("turn %d: words being typed are lost: %q", p.turn, typed)
	}
	if !maps.Equal(p.drafts, drafts) {
		p.t.Fatalf("turn %d: drafts %v, want %v", p.turn, p.drafts, drafts)
	}
}

// Whatever is done in whatever order, no note and no word is lost, and undo
// leads back to what stood there.
func FuzzNothingIsLost(f *testing.F) {
	f.Add([]byte("\x00\x10\x03\x00\x05\x01\x0c\x00\x0d\x00\x13\x00"))
	f.Add([]byte("\x00\x10\x02\x00\x05\x00\x0d\x00\x0e\x00\x06\x00\x0a\x00\x07\x00\x13\x00"))
	f.Add([]byte("\x0f\x05\x08\x00\x0a\x00\x0b\x01\x0c\x01\x0d\x00\x0d\x00\x0d\x00\x0e\x00\x13\x00"))
	f.Add([]byte("\x12\x00\x00\x03\x03\x01\x12\x01\x11\x00\x10\x01\x13\x01\x13\x00"))
	f.Add([]byte("\x00\x07\x05\x00\x0c\x00\x05\x00\x13\x01\x06\x00\x0c\x02\x13\x03"))
	for seed := range uint64(3) { // as long as an evening
		random, script := rand.New(rand.NewPCG(seed, 9)), []byte{}
		for range 60 {
			script = append(script, byte(random.IntN(20)), byte(random.IntN(256)))
		}
		f.Add(script)
	}
	f.Fuzz(func(t *testing.T, script []byte) {
		p := &player{t: t, folder: t.TempDir()}
		p.open()
		for i := 0; i+1 < len(script) && i < 120; i += 2 {
			p.play(int(script[i]), int(script[i+1]))
		}
		p.reopen()
		shut(t, p.d)
	})
}
