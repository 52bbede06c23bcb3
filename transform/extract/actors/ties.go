package actors

// ties finds family, ownership and other ties.
func (f *finder) ties() {}
