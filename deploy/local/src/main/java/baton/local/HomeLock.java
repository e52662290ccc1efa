package baton.local;

import baton.parts.keys.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.StandardOpenOption;

/**
 * One launcher at a time: two would start everything twice. The system frees it with the process.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Taken until it is closed. */
  public static HomeLock take(Home home) throws IOException {
    try {
      OwnerOnly.folder(home.folder());
      var file = home.folder().resolve("lock");
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new HomeLock(channel);
      }
      channel.close();
    } catch (AccessDeniedException e) {
      throw new Trouble(
          home.folder() + " cannot be written; set BATON_HOME to a folder of yours", e);
    } catch (FileSystemException e) {
      throw new Trouble(
          home.folder() + " cannot be used (" + e.getMessage() + "); set BATON_HOME to another", e);
    }
    throw new Trouble(
        "another baton is at work on this installation (up, down or force); wait for it");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
