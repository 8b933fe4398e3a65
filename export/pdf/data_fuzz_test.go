package pdf

import "testing"

// Whatever is called a paper, looking for the data inside it ends, and does not
// take more than there is.
func FuzzData(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream\nendobj\n"))
	f.Add([]byte("%PDF-1.7\n<< /Type /EmbeddedFile /Subtype /application#2Fzip /Filter /FlateDecode /Length 8>>\nstream\n\x78\x9c\x03\x00\x00\x00\x00\x01\nendstream"))
	f.Add([]byte("%PDF-1.4\nstartxref\n99999999999999999999\n%%EOF"))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Length -1 /Filter /FlateDecode >>\nstream\n"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, paper []byte) {
		if data, ok := Data(paper); ok && len(data) > 64<<20 {
			t.Errorf("%d bytes of a paper of %d", len(data), len(paper))
		}
	})
}
