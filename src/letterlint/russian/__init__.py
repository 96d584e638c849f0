"""The Russian language: words, sentences, names, positions, phones. One door for each library."""
