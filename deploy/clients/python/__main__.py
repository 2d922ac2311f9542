"""Runs one suite of clients in Python. Usage: python deploy/clients/python SUITE. See test-clients.sh."""

import importlib
import sys
import unittest


class OneLineEach(unittest.TextTestResult):
    """Prints `ok` or `FAIL` and the test's name; the reasons of failures come at the end."""

    passed = 0

    def addSuccess(self, test):
        self.passed += 1
        unittest.TestResult.addSuccess(self, test)
        self.stream.writeln(f"  ok    {_name(test)}")

    def addError(self, test, err):
        unittest.TestResult.addError(self, test, err)
        self.stream.writeln(f"  FAIL  {_name(test)}: {err[1]}")

    def addFailure(self, test, err):
        unittest.TestResult.addFailure(self, test, err)
        self.stream.writeln(f"  FAIL  {_name(test)}: {err[1]}")


def _name(test):
    return test.id().rpartition(".")[2].removeprefix("test_").replace("_", " ")


def main(suite):
    module = importlib.import_module("test_" + suite.replace("-", "_"))
    tests = unittest.defaultTestLoader.loadTestsFromModule(module)
    runner = unittest.TextTestRunner(stream=sys.stdout, resultclass=OneLineEach, verbosity=0)
    result = runner.run(tests)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(sys.argv[1])
