package staff_test

import (
	"errors"
	"strings"
	"testing"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/staff"
)

// What was guessed in a copy is shown with its reason and confirmed field by
// field; its words may be put right, those that a deputy handed in never.
func TestGuessesOfACopyAreLookedAt(t *testing.T) {
	o := full(t, 3)
	all := o.All()
	id, own := all[0].Entry.Proposal.ID, all[1].Entry.Proposal.ID
	_, err := o.Desk().Register(func(b *registry.Book) error {
		e := &b.Entries[0]
		e.Origin, e.Review = registry.Transcribed, true
		e.Guesses = []registry.Guess{{Field: "title", Why: "shape"}, {Field: "deputy.phone", Why: "label", Sure: true}, {Field: "body.analysis", Why: "place"}}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	field := func(key string) staff.Field {
		e, _ := o.Entry(id)
		for _, f := range staff.Fields(e) {
			if f.Key == key {
				return f
			}
		}
		t.Fatalf("no field %s", key)
		return staff.Field{}
	}
	if f := field("title"); !f.Unsure || f.Why != "shape" || !f.Mendable {
		t.Errorf("title: %+v", f)
	}
	if f := field("deputy.phone"); f.Unsure {
		t.Errorf("telephone: %+v", f)
	}
	if err := o.Confirm(id, "body.analysis"); err != nil || field("body.analysis").Unsure {
		t.Errorf("confirmed: %+v, %v", field("body.analysis"), err)
	}
	if err := o.Mend(id, "title", "关于示例的建议"); err != nil {
		t.Fatal(err)
	}
	e, _ := o.Entry(id)
	if e.Proposal.Title != "关于示例的建议" || field("title").Unsure {
		t.Errorf("title %q, %+v", e.Proposal.Title, field("title"))
	}
	if said := o.SayChange(assets.Language(assets.Chinese), e.Journal[len(e.Journal)-1]); !strings.HasSuffix(said, "→ 关于示例的建议") {
		t.Errorf("the journal says %q", said)
	}
	if err := o.Mend(own, "title", "别的标题"); !errors.Is(err, registry.ErrWords) {
		t.Errorf("a deputy's own title: %v", err)
	}
}
