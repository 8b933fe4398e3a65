package hanzi

import "strings"

// Open and Close stand around a number in canonical text. Folding removes them
// from what people write, so they cannot be forged.
const (
	Open  = '\x01'
	Close = '\x02'
)

// transparent marks do not part words: “小巨人”企业 is 小巨人企业.
const transparent = "“”‘’\"'《》「」『』【】〔〕()[]·"

// Canon returns text folded as by Fold, without quotes and brackets, with
// every number in one canonical form between Open and Close, and with mixed
// words such as PM2.5 and R&D reduced to their letters and digits. So 7%,
// ７％, 百分之七 and 7个百分点 are the same, and none of them is inside 9.7%.
func Canon(text string) Folded {
	kept := spare.Get().(*[]letter)
	defer spare.Put(kept)
	*kept = appendLetters((*kept)[:0], text)
	b := newBuilder(len(text))
	canon(*kept, &b, nil)
	return b.folded()
}

// Forms returns the texts of Fold and of Canon, without the way back and in half
// the time.
func Forms(text string) (plain, canonical string) {
	kept := spare.Get().(*[]letter)
	defer spare.Put(kept)
	*kept = appendLetters((*kept)[:0], text)
	all := *kept
	f, c := builder{bare: true, text: make([]byte, 0, len(text))}, builder{bare: true, text: make([]byte, 0, len(text)+16)}
	for _, l := range all {
		f.add(l.r, l.from, l.to)
	}
	canon(all, &c, nil)
	return string(f.text), string(c.text)
}

// canon writes the canonical form of all to b, and calls number, if not nil,
// for every run of letters [i, j) that was read as a number.
func canon(all []letter, b *builder, number func(i, j int)) {
	k := kinds()
	for i := 0; i < len(all); {
		l := all[i]
		kind := uint8(0)
		if l.r < 0x10000 {
			kind = k[l.r]
		}
		switch {
		case kind == hanKind:
			b.add(l.r, l.from, l.to)
			i++
		case isDigit(l.r):
			if n, ok := readArabic(all, i); ok {
				b.number(n, l.from, all[n.end-1].to)
				if number != nil {
					number(i, n.end)
				}
				i = n.end
				continue
			}
			i = b.word(all, i)
		case isAlpha(l.r):
			i = b.word(all, i)
		case kind&numeralKind != 0:
			if n, ok := readChinese(all, i); ok {
				b.number(n, l.from, all[n.end-1].to)
				if number != nil {
					number(i, n.end)
				}
				i = n.end
				continue
			}
			// The whole run is no number, so none starts inside it.
			for i < len(all) && IsNumeral(all[i].r) {
				b.add(all[i].r, all[i].from, all[i].to)
				i++
			}
		case kind&transparentKind != 0:
			i++
		default:
			b.add(l.r, l.from, l.to)
			i++
		}
	}
}

// number writes n; every byte of it stems from the whole printed number.
func (b *builder) number(n numeral, from, to int32) {
	b.add(Open, from, to)
	for _, r := range n.value + n.sign {
		b.add(r, from, to)
	}
	b.add(Close, from, to)
}

// word writes the mixed word at letter i and returns the letter after it.
// Marks between two of its letters or digits are left out.
func (b *builder) word(all []letter, i int) int {
	for i < len(all) {
		switch r := all[i].r; {
		case isWord(r):
			b.add(r, all[i].from, all[i].to)
		case strings.ContainsRune(".&-_", r) && i+1 < len(all) && isWord(all[i+1].r):
		default:
			return i
		}
		i++
	}
	return i
}
