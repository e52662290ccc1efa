package baton.local;

import baton.local.recovery.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a service is run from: a copy of what was built. A service loads its classes as it needs
 * them, and the next build, which any command may begin, takes the files away under it.
 */
final class Program {
  private static final String RUN = "quarkus-run.jar";

  private Program() {}

  /**
   * Copies it where the last copy is of another build. The instance must not be running.
   *
   * @return what Java is to run
   * @throws Trouble if it is not built
   */
  static Path of(Home home, Instance instance) throws IOException {
    Path built = home.checkout().resolve(instance.service().slug() + "-service/target/quarkus-app");
    if (!Files.exists(built.resolve(RUN))) {
      throw new Trouble(instance.title() + " is not built; run baton from its checkout");
    }
    Path own = home.program(instance);
    if (!isOf(built, own)) {
      Path begun = own.resolveSibling(own.getFileName() + ".part");
      Folders.delete(begun);
      Folders.delete(own);
      Folders.copy(built, begun, each -> true);
      Files.move(begun, own);
    }
    return own.resolve(RUN);
  }

  private static boolean isOf(Path built, Path own) throws IOException {
    return Files.exists(own.resolve(RUN)) && builtAt(own) == builtAt(built);
  }

  /** Every build makes it anew, and a copy keeps its time. */
  private static long builtAt(Path program) throws IOException {
    return Files.getLastModifiedTime(program.resolve(RUN)).toMillis();
  }
}
