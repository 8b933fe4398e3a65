package seeds

import _ "embed"

//go:embed example.toml
var example []byte

// Example is a finished proposal as text, in the form that annotate.ReadFile
// reads: the demonstration prints it, and a newcomer can copy it.
func Example() []byte { return example }
