package export

import (
	"fmt"
	"strings"
	"time"

	"deputydesk/annotate"
)

// A NoteList is notes to be read on paper or in an editor, in reading order.
type NoteList struct {
	Title  string // what the notes are on, "漯河2024政府工作报告"
	Date   string // civil date of the list
	Groups []NoteGroup
}

// A NoteGroup is the notes on one section.
type NoteGroup struct {
	Report  string // title of its report, where the list is on several
	Heading string // of the section as printed; "" for notes whose words are not found
	Items   []NoteItem
}

// A NoteItem is one note and where its words stand.
type NoteItem struct {
	Note    annotate.Annotation
	Locator string // within the group, "第3段"; "" if the words are not found
	Now     string // how the words read now, if they have changed; else ""
}

// Words of a list of notes on paper.
const (
	notesTitle  = "批注："
	notesNone   = "没有批注。"
	notesLost   = "待重新定位"
	notesNow    = "原文现为："
	notesTags   = "标签："
	notesShared = "共享"
)

// count is how many notes are in the list.
func (l NoteList) count() int {
	n := 0
	for _, g := range l.Groups {
		n += len(g.Items)
	}
	return n
}

// about is the line under the title.
func (l NoteList) about() string { return fmt.Sprintf("共%d条 · %s", l.count(), l.Date) }

// about is the line that says where a note stands and what it is.
func (i NoteItem) about() string {
	var parts []string
	for _, s := range []string{i.Locator, string(i.Note.Kind), tagLine(i.Note.Tags), i.Note.Created.In(annotate.Beijing).Format(time.DateOnly)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if i.Note.ToShare {
		parts = append(parts, notesShared)
	}
	return strings.Join(parts, " · ")
}

func tagLine(tags []string) string {
	if len(tags) == 0 {
		return ""
	}
	return notesTags + strings.Join(tags, "、")
}

// heading is what stands above a group.
func (g NoteGroup) heading() string {
	if g.Heading == "" {
		return notesLost
	}
	return g.Heading
}

// Markdown is the list as text that reads well with and without a program
// that knows Markdown. What a person or a report wrote is never taken for a
// mark.
func (l NoteList) Markdown() []byte {
	var b strings.Builder
	b.WriteString("# " + literal(notesTitle+l.Title) + "\n\n" + literal(l.about()) + "\n")
	if l.count() == 0 {
		b.WriteString("\n" + notesNone + "\n")
	}
	report, level := "", "## "
	for _, g := range l.Groups {
		if g.Report != report {
			report, level = g.Report, "### "
			b.WriteString("\n## " + literal(report) + "\n")
		}
		b.WriteString("\n" + level + literal(g.heading()) + "\n")
		for _, i := range g.Items {
			b.WriteString("\n" + within("> ", i.Note.Anchor.Quote) + "\n")
			if i.Now != "" {
				b.WriteString(">\n> " + notesNow + within("> ", i.Now)[2:] + "\n")
			}
			if text := tidy(i.Note.Text); text != "" {
				b.WriteString("\n" + within("", text) + "\n")
			}
			b.WriteString("\n*" + literal(i.about()) + "*\n")
		}
	}
	return []byte(b.String())
}

// within is text of several lines, each behind prefix.
func within(prefix, text string) string {
	lines := strings.Split(strings.ReplaceAll(tidy(text), "\r\n", "\n"), "\n")
	for i, s := range lines {
		lines[i] = strings.TrimRight(prefix+literal(s), " ")
	}
	return strings.Join(lines, "  \n") // two blanks keep the line's end
}

// literal is s as it reads, whatever of it Markdown would take for a mark.
func literal(s string) string {
	var b strings.Builder
	s = strings.TrimSpace(s)
	for i, r := range s {
		digits := strings.TrimLeft(s[:i], "0123456789") == ""
		switch {
		case strings.ContainsRune("\\`*_[]<>|~", r),
			i == 0 && strings.ContainsRune("#+-=", r),
			i > 0 && digits && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Document is the list as blocks for the press.
func (l NoteList) Document() Document {
	d := Document{Title: notesTitle + l.Title, Subject: strings.TrimSuffix(notesTitle, "："), Date: l.Date}
	small := func(s string) Paragraph { return Paragraph{Spans: []Span{{Text: s}}, Flush: true, Small: true} }
	d.Blocks = append(d.Blocks, Title{Text: d.Title}, small(l.about()))
	if l.count() == 0 {
		d.Blocks = append(d.Blocks, Gap{1}, Text(notesNone))
	}
	report, level := "", 1
	for _, g := range l.Groups {
		if g.Report != report {
			report, level = g.Report, 2
			d.Blocks = append(d.Blocks, Gap{1}, Heading{Level: 1, Text: report})
		}
		d.Blocks = append(d.Blocks, Gap{1}, Heading{Level: level, Text: g.heading()})
		for _, i := range g.Items {
			quote := "“" + tidy(i.Note.Anchor.Quote) + "”"
			if i.Now != "" {
				quote += notesNow + "“" + tidy(i.Now) + "”"
			}
			d.Blocks = append(d.Blocks, Quote{Text: quote, Source: i.about()})
			for s := range strings.SplitSeq(strings.ReplaceAll(i.Note.Text, "\r\n", "\n"), "\n") {
				if s = tidy(s); s != "" {
					d.Blocks = append(d.Blocks, Text(s))
				}
			}
			d.Blocks = append(d.Blocks, Space{10})
		}
	}
	return d
}
