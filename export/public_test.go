package export

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

func TestWhyThePublicDoesNotSeeAll(t *testing.T) {
	for _, tt := range []struct {
		open   string
		secret bool
		want   Withholding
	}{
		{"同意全文公开", false, ""},
		{"同意全文公开", true, Nameless},
		{"仅同意公开标题", false, TitleOnly},
		{"仅同意公开标题", true, TitleOnly},
		{"不同意公开", false, Refused},
		{"只公开目录", false, Refused}, // a choice of some place that we do not know
		{"", false, Unsaid},
	} {
		e := registry.Entry{Proposal: annotate.Proposal{Open: tt.open, Confidential: tt.secret}}
		if got := Withheld(e); got != tt.want {
			t.Errorf("%q, secret %v: %q, want %q", tt.open, tt.secret, got, tt.want)
		}
	}
}

func TestTraces(t *testing.T) {
	for text, want := range map[string]string{
		"联系人电话13800000000，请回电":        "13800000000",
		"电话 138 0000 0000":            "138 0000 0000",
		"值班室0395-0000000":             "0395-0000000",
		"证号41110219000101001X。":       "41110219000101001X",
		"新增投资138.00亿元，580个":           "",
		"面积13800000000000平方米":         "",
		"2024年2月22日，编号20240222001":    "",
		"按照0395号文件":                   "",
		"两个号码13800000000、13900000000": "13800000000 13900000000",
	} {
		p := annotate.Proposal{Body: annotate.Body{Situation: text}}
		if got := strings.Join(Traces(p), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
