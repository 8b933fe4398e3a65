package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
)

// intent says that black is the black of sRGB, which archives want to know.
func (f *finisher) intent() ref {
	profile := f.stream(" /N 3", srgb())
	return f.add(fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "+
		"/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile %v>>", profile))
}

// srgb is an ICC profile (version 2.1, display, RGB to XYZ) for IEC 61966-2-1,
// made from that standard's numbers: primaries adapted to D50, and its tone
// curve in 1024 steps.
func srgb() []byte {
	fixed := func(v float64) uint32 { return uint32(int32(math.Round(v * 65536))) }
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []float64{x, y, z} {
			b = binary.BigEndian.AppendUint32(b, fixed(v))
		}
		return b
	}
	const steps = 1024
	curve := append([]byte("curv"), 0, 0, 0, 0)
	curve = binary.BigEndian.AppendUint32(curve, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	const name = "sRGB IEC61966-2.1"
	desc := append([]byte("desc"), 0, 0, 0, 0)
	desc = binary.BigEndian.AppendUint32(desc, uint32(len(name)+1))
	desc = append(desc, name...)
	desc = append(desc, make([]byte, 1+8+2+1+67)...) // no Unicode and no script name
	cprt := append([]byte("text\x00\x00\x00\x00"), "no copyright claimed\x00"...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", desc}, {"cprt", cprt},
		{"wtpt", xyz(0.96420, 1.00000, 0.82491)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // the three share one
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at := 128 + 4 + 12*len(tags)
	last, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			last, size = at+len(body), len(t.data)
			body = append(body, t.data...)
			body = append(body, make([]byte, (4-len(body)%4)%4)...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(last))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(at+len(body)))
	copy(head[8:], []byte{2, 0x10, 0, 0})
	copy(head[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(head[24:], 2024) // made on 2024-01-01, so that it never changes
	binary.BigEndian.PutUint16(head[26:], 1)
	binary.BigEndian.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	for i, v := range []float64{0.96420, 1.00000, 0.82491} {
		binary.BigEndian.PutUint32(head[68+4*i:], fixed(v))
	}
	return bytes.Join([][]byte{head, table, body}, nil)
}
