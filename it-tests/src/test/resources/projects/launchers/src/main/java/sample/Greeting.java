package sample;

/** Of the project's own main code: the forks need it, and no code source of test, engine or launcher leads to it. */
public final class Greeting {

    private Greeting() {}

    public static String text() {
        return "hello from the main code";
    }
}
