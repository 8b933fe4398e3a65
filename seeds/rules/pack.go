// Package rules is what one place demands of a proposal: the rule pack (规则包).
//
// Numbers of signers, lists to choose from, required fields, titles, lengths,
// units, exclusions and time limits differ from place to place, so none of
// them stands in code. A pack is data; annotate/check is what applies it. This
// room knows no proposal: it names a proposal's fields by their keys in
// FILE.toml, "deputy.phone".
//
// A Pack that Read has returned is not changed any more and may be shared.
package rules

import "regexp"

// A Pack is the rules of one place.
type Pack struct {
	Schema      int      `toml:"schema"`
	ID          string   `toml:"id"`
	Name        string   `toml:"name"`
	Place       string   `toml:"place"`       // "漯河市"; "" for any
	Level       string   `toml:"level"`       // a Threshold.Level: "设区的市"
	Delegations []string `toml:"delegations"` // 代表团; empty: any name will do
	Sources     []string `toml:"sources"`     // the texts it was made from

	Thresholds []Threshold   `toml:"threshold"`
	Choices    Choices       `toml:"choices"`
	Required   []Requirement `toml:"required"`
	Titles     []Title       `toml:"title"`
	Lengths    Lengths       `toml:"lengths"`
	Forms      Forms         `toml:"forms"`
	Deadlines  Deadlines     `toml:"deadlines"`
	Register   Register      `toml:"register"`
	Categories []Category    `toml:"category"`
	Exclusions []Hint        `toml:"exclusion"`
	Scope      []Hint        `toml:"scope"`
	Congress   Congress      `toml:"congress"`
	Wording    []Wording     `toml:"wording"`
	Names      Names         `toml:"names"`
	Units      []Unit        `toml:"unit"`
	Labels     []Label       `toml:"label"`
}

// A Threshold says how many must sign an act at a level of congress.
type Threshold struct {
	Act        string `toml:"act"`        // "议案"
	Level      string `toml:"level"`      // "设区的市"
	Signers    int    `toml:"signers"`    // at least, the first author included; 0 if Share says it
	Share      string `toml:"share"`      // of all deputies: "1/10"; "" if Signers says it
	Delegation bool   `toml:"delegation"` // a whole delegation may do it instead
}

// Choices are the lists offered for each field of choice, the default first.
type Choices struct {
	Kind       []string `toml:"kind"`
	When       []string `toml:"when"`
	MotionType []string `toml:"motion_type"`
	Open       []string `toml:"open"`
	Formed     []string `toml:"formed"`
	Repeated   []string `toml:"repeated"`
	Contact    []string `toml:"contact"`
	Reply      []string `toml:"reply"`
	Ask        []string `toml:"ask"`
	Op         []string `toml:"op"`
}

// A Requirement names fields that may not be empty.
type Requirement struct {
	Kinds   []string `toml:"kinds"`   // of proposal; empty: all
	When    string   `toml:"when"`    // "open=不同意公开": only then; "" always
	Fields  []string `toml:"fields"`  // an error if empty
	Advised []string `toml:"advised"` // a warning if empty
}

// A Title is the form of the title of some kinds of proposal.
type Title struct {
	Kinds   []string `toml:"kinds"`
	Pattern string   `toml:"pattern"` // a regular expression
	Example string   `toml:"example"`
	Avoid   []string `toml:"avoid"` // words that have no place in a title
	form    *regexp.Regexp
}

// Fits reports whether title has the form.
func (t Title) Fits(title string) bool { return t.form.MatchString(title) }

// Lengths are counted in characters without white space. None of them keeps
// anybody from filing.
type Lengths struct {
	Title       int `toml:"title"`            // at most
	Body        int `toml:"body"`             // better not more
	Least       int `toml:"least"`            // body, at least
	Part        int `toml:"part"`             // each part, at least
	Measures    int `toml:"measures_percent"` // share of the third part in the body, at least
	Units       int `toml:"units"`            // host and co-hosts, at most
	Attachments int `toml:"attachments"`      // at most
}

// Forms are regular expressions for numbers.
type Forms struct {
	Number   string `toml:"number"` // 代表证号
	Mobile   string `toml:"mobile"`
	Landline string `toml:"landline"`
	Postcode string `toml:"postcode"`
	Hour     string `toml:"hour"`
	Earlier  string `toml:"earlier"` // number of an earlier proposal
	compiled map[string]*regexp.Regexp
}

// Fits reports whether value has the form called key, a TOML key of Forms. A
// form that the pack does not give fits everything.
func (f Forms) Fits(key, value string) bool {
	form := f.compiled[key]
	return form == nil || form.MatchString(value)
}

// Deadlines are the time limits; 0 and "" mean that there is none.
type Deadlines struct {
	Motion           string `toml:"motion"`     // local time "2024-02-22 12:00"
	Suggestion       string `toml:"suggestion"` // local time
	ReturnWorkdays   int    `toml:"return_workdays"`
	ReassignWorkdays int    `toml:"reassign_workdays"`
	CohostMonths     int    `toml:"cohost_months"`
	AnswerMonths     int    `toml:"answer_months"` // from the day of 交办
	ComplexMonths    int    `toml:"complex_months"`
	FeedbackWorkdays int    `toml:"feedback_workdays"`
	RedoMonths       int    `toml:"redo_months"`
	YearlyReport     string `toml:"yearly_report"` // month and day "08-31"
}

// Register is how the staff's book is kept.
type Register struct {
	Number       string   `toml:"number"`       // "第{n}号"
	Digits       int      `toml:"digits"`       // of {n}, at least
	Answers      []string `toml:"answers"`      // classes: letter, blank, meaning
	Satisfaction []string `toml:"satisfaction"` // the best first
	Systems      []string `toml:"systems"`      // 系统: 人大 政府 …
}

// A Category is a class of content with the words that point to it.
type Category struct {
	Name  string   `toml:"name"`
	Parts []string `toml:"parts"` // second level
	Words []string `toml:"words"`
}

// A Hint is a matter that does not belong, with the words that may betray it.
// It is a question to the deputy, never a refusal.
type Hint struct {
	ID    string   `toml:"id"` // key for catalogues: "case"
	Name  string   `toml:"name"`
	Words []string `toml:"words"`
}

// Congress are the words of what only the congress decides; a 议案 with one of
// them is not asked whether it is within its powers.
type Congress struct {
	Words []string `toml:"words"` // anywhere in the text
	Title []string `toml:"title"` // in the title; elsewhere they say too little: 监督
}

// Wording is a slip of the pen.
type Wording struct {
	Write   string   `toml:"write"`
	Instead string   `toml:"instead"` // "": leave it out
	Unless  []string `toml:"unless"`  // longer words in which it is right
	Kinds   []string `toml:"kinds"`   // of proposal in which it is wrong; empty: all
}

// Names says which titles stand after a person's name.
type Names struct {
	Titles  []string `toml:"titles"`  // have no place in a name field
	Leaders []string `toml:"leaders"` // to be written as the report writes them
	People  []string `toml:"people"`  // whose titles are taken from the report
	Phrases []string `toml:"phrases"` // fixed phrases, to the letter
}

// A Label is a wording of the form that this place words otherwise.
type Label struct {
	Printed string `toml:"printed"` // as the program would print it: "单位职务"
	Instead string `toml:"instead"`
}

// A Unit may be asked to answer a proposal (承办单位).
type Unit struct {
	Name   string   `toml:"name"`
	Short  []string `toml:"short"`  // names people use
	System string   `toml:"system"` // one of Register.Systems
	Duties []string `toml:"duties"` // words that point to it
}

// Threshold returns how many must sign act at the pack's level, and whether
// the pack says so.
func (p *Pack) Threshold(act string) (Threshold, bool) {
	for _, t := range p.Thresholds {
		if t.Act == act && t.Level == p.Level {
			return t, true
		}
	}
	return Threshold{}, false
}

// Title returns the form of the title for kind, and whether there is one.
func (p *Pack) Title(kind string) (Title, bool) {
	for _, t := range p.Titles {
		for _, k := range t.Kinds {
			if k == kind {
				return t, true
			}
		}
	}
	return Title{}, false
}

// Unit returns the unit that name is the full or a short name of; the second
// result says which: full reports whether it is the full one.
func (p *Pack) Unit(name string) (unit Unit, full, ok bool) {
	for _, u := range p.Units {
		if u.Name == name {
			return u, true, true
		}
	}
	for _, u := range p.Units {
		for _, s := range u.Short {
			if s == name {
				return u, false, true
			}
		}
	}
	return Unit{}, false, false
}

// Label returns how this place words printed, which is how the program would;
// "" if it is content with that.
func (p *Pack) Label(printed string) string {
	for _, l := range p.Labels {
		if l.Printed == printed {
			return l.Instead
		}
	}
	return ""
}
