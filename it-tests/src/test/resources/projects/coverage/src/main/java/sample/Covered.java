package sample;

/** A method for each test, and one for none. */
class Covered {

    static int none(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int newRoot(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int targetHidden(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int projectHidden(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int targetSealed(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int targetReadOnly(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int projectReadOnly(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int targetReplaced(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int directoryMade(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int dataHidden(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }

    static int never(int number) {
        if (number < 0) {
            return -number;
        }
        return number;
    }
}
