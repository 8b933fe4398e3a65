package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// room is how many rows of a Form offer choices and keep what is typed: more
// than any list of a place has.
const room = 500

// mostChoices is how long a list of choices may be in a file, in characters.
const mostChoices = 255

// form makes the columns of a sheet ready to be filled in.
func (w *writer) form(name string, t Table) error {
	for c := range t.Columns {
		letter, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := w.f.SetColStyle(name, letter, w.typed); err != nil {
			return err
		}
		if n := len([]rune(strings.Join(t.Choices[c], ","))); n == 0 || n > mostChoices {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, room))
		v.ShowErrorMessage = false
		if err := v.SetDropList(t.Choices[c]); err != nil {
			return err
		}
		if err := w.f.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return nil
}
