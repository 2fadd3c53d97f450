package io.freshet.bench;

import java.io.IOException;
import java.io.OutputStream;

/// The frame of a child process: it ends when its parent closes its standard input, which also
/// happens when the parent dies.
final class ChildProcess {
    private ChildProcess() {}

    interface Work {
        void run(Parent parent) throws Exception;
    }

    /// The way to the parent.
    static final class Parent {
        private volatile boolean stop;
        private volatile boolean failed;

        boolean wantsStop() {
            return stop;
        }

        void tell(Report report) {
            System.out.println(report.line());
            System.out.flush();
        }

        void fail(String sentence) {
            failed = true;
            tell(new Report.Failed(sentence));
            stop = true;
        }

        private void listen() {
            try {
                // Only the end matters.
                long _ = System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                stop = true;
            }
            stop = true;
        }
    }

    /// Runs the work to its end and tells the parent how it went.
    ///
    /// @return the exit code
    static int run(Work work) {
        Parent parent = new Parent();
        Thread _ = Thread.ofPlatform().daemon().name("parent").start(parent::listen);
        try {
            work.run(parent);
        } catch (DemoException | IOException explained) {
            parent.fail(String.valueOf(explained.getMessage()));
        } catch (Exception bug) {
            bug.printStackTrace();
            parent.fail(bug.toString());
        }
        if (parent.failed) {
            return 1;
        }
        parent.tell(new Report.Done());
        return 0;
    }
}
