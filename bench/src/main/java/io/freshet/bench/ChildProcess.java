package io.freshet.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// The frame of a child process: it ends when its parent closes its standard input, which also
/// happens when the parent dies.
final class ChildProcess {
    /// Names the demo's server for [Parent].
    static final String SERVER_PID = "FRESHET_DEMO_SERVER_PID";

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

        /// A parent that was killed cannot stop its server any more; whoever notices does it.
        private void listen() {
            Optional<ProcessHandle> demo = ProcessHandle.current().parent();
            waitForEnd();
            stop = true;
            String server = System.getenv(SERVER_PID);
            if (server != null && !demo.map(ProcessHandle::isAlive).orElse(false)) {
                ProcessHandle.of(Long.parseLong(server)).ifPresent(ProcessHandle::destroy);
            }
        }

        private static void waitForEnd() {
            try {
                // Only the end matters.
                long _ = System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // The same as its end.
                return;
            }
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
