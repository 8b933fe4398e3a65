package check

import (
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

func TestSignedBefore(t *testing.T) {
	p := annotate.New("x", annotate.Suggestion)
	p.Body.Proposal = "增加桩位。"
	for _, name := range []string{"测试代表乙", "测试代表丙"} {
		p.Signatures = append(p.Signatures, annotate.Signature{Who: annotate.Deputy{Name: name}, Text: annotate.TextDigest(p)})
	}
	told := func() string {
		for _, f := range Proposal(p, rules.Default(), nil, nil) {
			if f.Rule == SignedBefore {
				return f.Args["names"]
			}
		}
		return ""
	}
	if got := told(); got != "" {
		t.Errorf("nothing was changed, but %s are to be told", got)
	}
	p.Body.Proposal += "年底前完成。"
	if got := told(); got != "测试代表乙、测试代表丙" {
		t.Errorf("to be told: %q", got)
	}
}
