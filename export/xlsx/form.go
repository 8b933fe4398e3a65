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

// listSheet holds lists of choices that are too long for that; Read leaves it out.
const listSheet = "_lists"

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
		if len(t.Choices[c]) == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, len(t.Rows)+room))
		v.ShowErrorMessage = false
		if len([]rune(strings.Join(t.Choices[c], ","))) > mostChoices {
			list, err := w.list(t.Choices[c])
			if err != nil {
				return err
			}
			v.SetSqrefDropList(list)
		} else if err := v.SetDropList(t.Choices[c]); err != nil {
			return err
		}
		if err := w.f.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return nil
}

// list writes a long list of choices where nobody sees it and returns its place.
func (w *writer) list(choices []string) (string, error) {
	if w.lists == 0 {
		if _, err := w.f.NewSheet(listSheet); err != nil {
			return "", err
		}
		if err := w.f.SetSheetVisible(listSheet, false, true); err != nil {
			return "", err
		}
	}
	w.lists++
	letter, err := excelize.ColumnNumberToName(w.lists)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("'%s'!$%s$1:$%s$%d", listSheet, letter, letter, len(choices)), w.f.SetSheetCol(listSheet, letter+"1", &choices)
}
