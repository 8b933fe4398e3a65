package desk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"deputydesk/assets"
)

// A Diagnosis (诊断报告) is what whoever helps may know: versions, the machine,
// fonts, the data folder's state, counts and codes. Its law: no content. Each
// value is a number, one of a few words, or what the system says of itself; no
// title, name or path of the user's ever gets in, so that it can be sent on
// without being read first.
type Diagnosis struct {
	Made      time.Time
	Sections  []Section
	Incidents []Incident // the oldest first
}

// A Section is one matter of a Diagnosis.
type Section struct {
	Key   string // "system"; its name is the catalogue's diagnosis.system
	Facts []Fact
}

// A Fact is one line. A value the catalogue has a word for, diagnosis.is.yes, is
// said with it.
type Fact struct {
	Key   string // "os"; its name is the catalogue's diagnosis.system.os
	Value string
}

// fact makes a line of a value that prints as what is meant.
func fact(key string, value any) Fact {
	switch v := value.(type) {
	case bool:
		if v {
			return Fact{key, "yes"}
		}
		return Fact{key, "no"}
	case string:
		if v == "" {
			return Fact{key, "unknown"}
		}
		return Fact{key, strings.Join(strings.Fields(v), " ")}
	}
	return Fact{key, fmt.Sprint(value)}
}

// size is a number of bytes for people.
func size(bytes int64) string {
	switch {
	case bytes < 1<<10:
		return strconv.FormatInt(bytes, 10) + " B"
	case bytes < 1<<20:
		return strconv.FormatInt(bytes>>10, 10) + " KB"
	case bytes < 10<<30:
		return strconv.FormatInt(bytes>>20, 10) + " MB"
	}
	return strconv.FormatInt(bytes>>30, 10) + " GB"
}

// Diagnose gathers the report. Seen are the sections that only the window knows:
// graphics and screens.
func (d *Desk) Diagnose(seen ...Section) Diagnosis {
	g := Diagnosis{Made: d.set.Now(), Incidents: Incidents(d.set.Folder)}
	g.Sections = append(g.Sections, d.programFacts(), systemFacts())
	g.Sections = append(g.Sections, seen...)
	g.Sections = append(g.Sections, d.fontFacts(), d.folderFacts(), d.storeFacts(), d.indexFacts(), d.countFacts())
	return g
}

// Text is the report for people, in their language.
func (g Diagnosis) Text(w assets.Words) string {
	var b strings.Builder
	b.WriteString(w.Text("diagnosis.title") + "\n")
	b.WriteString(w.Text("diagnosis.law") + "\n")
	b.WriteString(w.Text("diagnosis.made", "time", g.Made.Format("2006-01-02 15:04")) + "\n")
	for _, s := range g.Sections {
		b.WriteString("\n" + w.Text("diagnosis."+s.Key) + "\n")
		for _, f := range s.Facts {
			key, n, _ := strings.Cut(f.Key, "#") // "monitor#2" is the second of them
			name := w.Text("diagnosis." + s.Key + "." + key)
			if n != "" {
				name += " " + n
			}
			b.WriteString("  " + w.Text("diagnosis.line", "name", name, "value", phrase(w, f.Value)) + "\n")
		}
	}
	b.WriteString("\n" + w.Text("diagnosis.incidents", "n", len(g.Incidents)) + "\n")
	for _, i := range g.Incidents {
		line := i.At.Format("2006-01-02 15:04:05") + "  " + i.Version + "  " + i.Code
		if i.Times > 1 {
			line += " ×" + strconv.Itoa(i.Times)
		}
		b.WriteString("  " + line + "\n")
	}
	return b.String()
}

// phrase is a value in the user's words.
func phrase(w assets.Words, value string) string {
	if key := "diagnosis.is." + value; w.Has(key) {
		return w.Text(key)
	}
	return value
}

// MarshalJSON writes an object of objects in the order of the sections.
func (g Diagnosis) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(`{"made":"` + g.Made.Format(time.RFC3339) + `"`)
	for _, s := range g.Sections {
		fmt.Fprintf(&b, ",%q:{", s.Key)
		for i, f := range s.Facts {
			value, err := json.Marshal(f.Value)
			if err != nil {
				return nil, err
			}
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "%q:%s", f.Key, value)
		}
		b.WriteByte('}')
	}
	list, err := json.Marshal(append([]Incident{}, g.Incidents...))
	if err != nil {
		return nil, err
	}
	b.WriteString(`,"incidents":`)
	b.Write(list)
	b.WriteByte('}')
	return b.Bytes(), nil
}
