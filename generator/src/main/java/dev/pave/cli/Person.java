package dev.pave.cli;

import java.io.Console;
import java.util.Optional;

/** Somebody at a keyboard, who is told things and answers. */
interface Person {

    /** Shows text as it is, without a line end of its own. */
    void tell(String text);

    /** One line of answer; empty where no more will come. */
    Optional<String> answer(String question);

    static Person at(Console console) {
        return new Person() {
            @Override
            public void tell(String text) {
                console.printf("%s", Terminal.visible(text));
                console.flush();
            }

            @Override
            public Optional<String> answer(String question) {
                return Optional.ofNullable(console.readLine("%s", Terminal.visible(question)));
            }
        };
    }
}
