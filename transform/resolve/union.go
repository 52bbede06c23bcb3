package resolve

// sets is a union-find over n items; the smallest item of a set is its representative, whatever the order of unions.
type sets []int32

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = int32(i)
	}
	return s
}

func (s sets) find(i int32) int32 {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// join makes one set of two and returns its representative and the one that is none any more.
func (s sets) join(a, b int32) (kept, gone int32) {
	a, b = s.find(a), s.find(b)
	if a > b {
		a, b = b, a
	}
	s[b] = a
	return a, b
}

// clusters numbers the sets by their smallest item and returns the number of each item's set.
func (s sets) clusters() (of []int32, n int) {
	of = make([]int32, len(s))
	for i := range s {
		if r := s.find(int32(i)); r == int32(i) {
			of[i] = int32(n)
			n++
		} else {
			of[i] = of[r]
		}
	}
	return of, n
}
