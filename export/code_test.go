package export

import (
	"testing"

	"deputydesk/annotate"
)

// What is printed on a paper says which proposal it is.
func TestPrintedCodeIsReadAgain(t *testing.T) {
	p := annotate.New("1f3a9c27-6f0d-4f0c-8a43-0f5d2f1d7e11", annotate.Suggestion)
	p.Revision = 2
	hash := Digest(p)
	line := "编号：第 号 草稿码 " + Code(p) + "　校验 " + hash[:12] + " 标题"
	if got, ok := ReadCode(line); !ok || got != (Printed{Code: "1F3A9C27", Revision: 2, Hash: hash[:12]}) {
		t.Errorf("%q: %+v", line, got)
	}
	if got, ok := ReadSymbol(symbolOf(p, hash)); !ok || got != (Printed{p.ID, "1F3A9C27", 2, hash[:24]}) {
		t.Errorf("symbol: %+v", got)
	}
	for _, text := range []string{"", "草稿码 1F3A/2", "DESK 1F3A/1 00", "草稿码 1F3A-9C27/2 校验 短"} {
		if _, ok := ReadCode(text); ok {
			t.Errorf("%q is taken for a code", text)
		}
		if _, ok := ReadSymbol(text); ok {
			t.Errorf("%q is taken for a symbol", text)
		}
	}
}
