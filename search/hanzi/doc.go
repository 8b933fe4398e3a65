// Package hanzi holds what search must know about written Chinese: folding of
// width, case and script, numbers that are the same number, bigrams, readings
// (拼音), look-alikes (形近字) and words that mean the same.
//
// It is made of pure functions over tables that are embedded as text. It knows
// nothing about documents, indexes or queries.
//
// Every offset is a byte offset into the text that was given, on a rune
// boundary.
package hanzi
