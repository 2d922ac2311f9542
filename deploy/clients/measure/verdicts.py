"""Tables with verdicts, as every figure prints them."""


class Table:
    """A table that is printed as it grows; knows whether every row that has a verdict passed."""

    def __init__(self, title, *columns):
        self.columns = columns
        self.passed = True
        print(f"\n{title}\n")
        self._line([*columns, ""])

    def row(self, *cells, passes=None):
        """Prints a row; passes is None for what is there to be known and not to be reached."""
        self.passed = self.passed and passes is not False
        self._line([*cells, {None: "", True: "PASS", False: "FAIL"}[passes]])

    def _line(self, cells):
        texts = [f"{cell:,.2f}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells]
        print("  ".join([texts[0].ljust(36), *(text.rjust(14) for text in texts[1:])]).rstrip(), flush=True)


def percentile(values, share):
    """The value that a share (0 to 1) of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
