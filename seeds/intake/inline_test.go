package intake

import "testing"

func TestHeadingInLineWithItsText(t *testing.T) {
	for _, tt := range []struct{ text, heading, lead string }{
		{"（一）修好农村路：新修农村公路50公里，改造危桥6座。", "（一）修好农村路", "（一）修好农村路："},
		{"（二）办好幼儿园　　新建幼儿园3所，增加学位900个。", "（二）办好幼儿园", "（二）办好幼儿园"},
		{"（三）提升城市品质  改造老旧小区12个；新增车位800个。", "（三）提升城市品质", "（三）提升城市品质"},
		{"（四）一个核心：实体经济", "（四）一个核心：实体经济", ""},
		{"（五）围绕民生，今年要做到：新建医院一所，改造学校两所。", "（五）围绕民生，今年要做到：新建医院一所，改造学校两所", ""},
		{"（六）修路。新修农村公路50公里。", "（六）修路", "（六）修路。"},
	} {
		h, ok := headingOf(tt.text)
		if !ok {
			t.Errorf("%q opens no section", tt.text)
		}
		if h.text != tt.heading && h.text != tt.heading+"。" || leadOf(tt.text) != tt.lead {
			t.Errorf("%q has heading %q, lead %q, want %q, %q", tt.text, h.text, leadOf(tt.text), tt.heading, tt.lead)
		}
	}
}

func TestSectionsInLine(t *testing.T) {
	const text = "政府工作报告\n\n一、2023年工作回顾\n\n过去一年，全乡修路三条。\n\n二、2024年重点工作\n\n" +
		"（一）修好农村路：新修农村公路50公里，改造危桥6座。\n\n（二）办好幼儿园　　新建幼儿园3所，增加学位900个。\n\n" +
		"（三）加  快  发  展  工  业，引进企业5家，实现税收300万元，新增规上企业2家，确保全年工业投资增长百分之十五以上，后续项目年底前开工。"
	r, err := Text(Meta{ID: "r"}, text)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ path, heading, text string }{
		{"二/(一)", "（一）修好农村路", "（一）修好农村路：新修农村公路50公里，改造危桥6座。"},
		{"二/(二)", "（二）办好幼儿园", "（二）办好幼儿园　　新建幼儿园3所，增加学位900个。"},
	} {
		found := false
		for _, s := range r.Sections {
			if string(s.Path) == want.path {
				found = true
				if s.Heading != want.heading || len(s.Paragraphs) == 0 || s.Paragraphs[0].Text != want.text {
					t.Errorf("%s is %q with %v, want %q with %q", want.path, s.Heading, s.Paragraphs, want.heading, want.text)
				}
			}
		}
		if !found {
			t.Errorf("no section %s", want.path)
		}
	}
	last := r.Paragraphs()[len(r.Paragraphs())-1].Text
	if want := "（三）加快发展工业，"; last[:len(want)] != want {
		t.Errorf("spread letters are read as %q, want %q", last[:len(want)], want)
	}
	conserved(t, text, r)
}
