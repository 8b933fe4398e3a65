//go:build unix

package search

import (
	"context"
	"fmt"
	"syscall"
	"testing"
	"time"
)

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkFind answers queries of every kind over 1,000 and 10,000
// paragraphs. Wall time depends on what else the machine does; cpu-ms is the
// time of this process for one query.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		docs := invented(n)
		for _, where := range []string{"scan", "disk"} {
			x := Scan(docs)
			if where == "disk" {
				var err error
				if x, err = Open(b.TempDir()); err != nil {
					b.Fatal(err)
				}
				before := scanLimit
				scanLimit = 0
				began := cpu()
				if err := x.Replace(context.Background(), docs, nil, nil); err != nil {
					b.Fatal(err)
				}
				b.Logf("%d paragraphs indexed in %v of CPU", n, cpu()-began)
				defer func() { scanLimit = before }()
			}
			for _, q := range []struct{ name, text string }{
				{"word", "漯河港"}, {"common", "水"}, {"number", "30000人"}, {"two", "农村 黑臭"}, {"absent", "核电厂"},
				{"question", "今年打算建几个充电桩"}, {"pinyin", "tingchewei"}, {"initials", "tcw"}, {"typo", "贾湖遗扯"}, {"synonym", "污水处理厂"},
			} {
				for _, quick := range []bool{true, false} {
					name := fmt.Sprintf("%d/%s/%s/full", n, where, q.name)
					if quick {
						name = fmt.Sprintf("%d/%s/%s/key", n, where, q.name)
					}
					b.Run(name, func(b *testing.B) {
						benchmark(b, x, Query{Text: q.text, Limit: 20, Quick: quick})
					})
				}
			}
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func benchmark(b *testing.B, x *Index, q Query) {
	if _, err := x.Find(context.Background(), q); err != nil {
		b.Fatal(err)
	}
	began := cpu()
	b.ResetTimer()
	for range b.N {
		if _, err := x.Find(context.Background(), q); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cpu()-began)/float64(b.N)/1e6, "cpu-ms/op")
}
