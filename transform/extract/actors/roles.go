package actors

// roles finds "the minister", "the company" and whom they mean.
func (f *finder) roles() {}

// pronouns finds he, she and whom they mean.
func (f *finder) pronouns() {}
