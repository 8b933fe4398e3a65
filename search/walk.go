package search

import "github.com/RoaringBitmap/roaring/v2"

// index returns a lookup into the index, or nil if there is none or it is not
// worth asking.
func (f *finder) index() *lookup {
	if !f.looked {
		f.looked = true
		if f.lib.disk != nil && len(f.lib.public) > scanLimit {
			f.look = f.lib.disk.lookup()
		}
	}
	if f.look != nil && f.look.err != nil {
		f.look = nil // what is wrong with an index must not hide anything
	}
	return f.look
}

// each calls do with the leaves in scope that may meet root, private ones
// last, until it returns false. A nil root means all.
func (f *finder) each(root *node, do func(*leaf) bool) {
	f.among(func(s sieve) *roaring.Bitmap {
		if root == nil {
			return nil
		}
		s.headings = f.context
		return s.node(root)
	}, do)
}

// among is like each, with the public leaves that may be told by a sieve; nil
// means all.
func (f *finder) among(tell func(sieve) *roaring.Bitmap, do func(*leaf) bool) {
	n, going := 0, true
	next := func(d *Doc, leaf func() *leaf) bool {
		if n++; n%256 == 0 && f.stopped() {
			return false
		}
		return f.scope != nil && !f.scope(d) || do(leaf())
	}
	public := func(i int) bool {
		going = next(&f.lib.public[i], func() *leaf { return f.lib.leaf(i) })
		return going
	}
	var some *roaring.Bitmap
	if look := f.index(); look != nil {
		some = tell(sieve{lookup: look})
		if f.index() == nil {
			some = nil
		}
	}
	if some != nil {
		some.Iterate(func(doc uint32) bool { return public(int(f.lib.disk.place[doc])) })
	} else {
		for i := range f.lib.public {
			if !public(i) {
				return
			}
		}
	}
	for _, l := range f.lib.private {
		if !going {
			return
		}
		going = next(&l.doc, func() *leaf { return l })
	}
}
