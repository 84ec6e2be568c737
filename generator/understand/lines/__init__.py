"""What each line of a page is: features, the learnt model, captions, fact lines, dates."""
