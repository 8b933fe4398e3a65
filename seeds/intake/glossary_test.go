package intake

import (
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

func TestListOfWordsIsASectionOfItsOwn(t *testing.T) {
	const body = `政府工作报告

一、过去一年工作回顾

过去一年修路五条。

二、今年工作安排

（一）修路

今年修路六条。

（二）建桥

今年建桥两座。

`
	for title, is := range map[string]bool{
		"名词解释": true, "《政府工作报告》名词解释": true, "附：有关名词注释": true, "附件：政府工作报告有关用语说明": true, "（名词解释）": true,
		"名词解释工作要加强。": false, "三、名词解释": false,
	} {
		items := "一、一网通办：在一个网站办完所有的事。\n\n二、三次创业：再造一次。\n\n（三）城市更新：旧区改造。\n\n3. 双减：减负。\n"
		text := body + title + "\n\n" + items
		r, _, err := File(Meta{}, "甲.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		last := r.Sections[len(r.Sections)-1]
		for _, s := range r.Sections {
			paths = append(paths, string(s.Path))
		}
		got := last.Path == glossaryPath
		if got != is {
			t.Errorf("%s: sections %v", title, paths)
		}
		if is && (len(last.Paragraphs) != 4 || last.Heading != title || strings.Join(paths, " ") != "一 二 二/(一) 二/(二) 名词解释") {
			t.Errorf("%s: sections %v, %d paragraphs under %q", title, paths, len(last.Paragraphs), last.Heading)
		}
		all := ""
		for _, s := range r.Sections {
			for _, p := range s.Paragraphs {
				all += p.Text
			}
		}
		if !strings.Contains(report.Squeeze(all), report.Squeeze("一、一网通办：在一个网站办完所有的事。")) {
			t.Errorf("%s: the first item is lost", title)
		}
	}
}
