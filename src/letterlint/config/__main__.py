"""``python -m letterlint.config`` renews the index of the shipped profiles."""

from letterlint.config.profiles import write_index

if __name__ == "__main__":
    write_index()
