package intakes

import (
	"testing"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// Of two wordings that meet, neither is shown as struck out; of an older one and
// its revision, the older one's words are.
func TestOnlyARevisionStrikesWords(t *testing.T) {
	spans := []desk.Marked{{Text: "新建充电桩"}, {Text: "580个", Mark: desk.Struck}, {Text: "600个", Mark: desk.Under}}
	for _, tt := range []struct {
		name string
		gone widgets.Change
	}{{"a conflict", widgets.Come}, {"a revision", widgets.Gone}} {
		there, here := pieces(spans, desk.Under, tt.gone), pieces(spans, desk.Struck, tt.gone)
		if len(there) != 2 || there[1] != (widgets.Piece{Text: "580个", Change: tt.gone}) {
			t.Errorf("%s: at the left %v", tt.name, there)
		}
		if len(here) != 2 || here[1] != (widgets.Piece{Text: "600个", Change: widgets.Come}) {
			t.Errorf("%s: at the right %v", tt.name, here)
		}
	}
}
