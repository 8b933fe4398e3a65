// Package seeds is what the program knows before anybody has done anything:
// the reports that come with it. What each is and what it lacks is written in
// SOURCES.md beside them.
package seeds

import (
	_ "embed" // for the texts
	"fmt"
	"sync"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

//go:embed luohe-2024.txt
var luohe string

// luoheMeta is what the page itself does not say; see SOURCES.md.
var luoheMeta = intake.Meta{
	ID:        "luohe-2024",
	Title:     "政府工作报告",
	Body:      "漯河市人民政府",
	Session:   "漯河市第八届人民代表大会第三次会议",
	Year:      2024,
	Delivered: "2024-02-21",
	Source:    "报纸02版所载政府工作报告，缺首尾",
}

var parsed = sync.OnceValue(func() *report.Report {
	r, err := intake.Text(luoheMeta, luohe)
	if err != nil {
		// The text is part of the program and a test reads it: this cannot
		// happen in a program that was built.
		panic(fmt.Sprintf("seeds: luohe-2024: %v", err))
	}
	return r
})

// Luohe returns the work report of Luohe (漯河) of 2024, a fragment. It is read
// once; every call returns the same report, which nobody may change.
func Luohe() *report.Report { return parsed() }

// Bundled returns every report that comes with the program, newest first.
func Bundled() []*report.Report { return []*report.Report{Luohe()} }
