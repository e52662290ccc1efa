package baton.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection's way from one process to another, which can be cut and can fall silent. */
final class Wire implements AutoCloseable {
  private static final int CHUNK = 32 * 1024;

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private boolean silent;
  private volatile boolean cut;

  Wire(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("wire-" + target).start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Whether a connection from this port to the target is one of the wire's. */
  boolean carries(int port) {
    return open.stream().anyMatch(socket -> socket.getLocalPort() == port);
  }

  /** What is open breaks, what is tried is refused. */
  void cut() {
    cut = true;
    open.forEach(Wire::shut);
  }

  /** Everything stays open and nothing comes through. */
  synchronized void silence() {
    silent = true;
  }

  /** What was held back comes through. */
  synchronized void mend() {
    cut = false;
    silent = false;
    notifyAll();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        if (cut) shut(client);
        else Thread.ofVirtual().start(() -> join(client));
      } catch (IOException closed) {
        // The loop ends when the door is closed.
      }
    }
  }

  private void join(Socket client) {
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(client);
      open.add(server);
      if (cut) {
        // It was cut between the door and here.
        drop(client);
        drop(server);
        return;
      }
      Thread.ofVirtual().start(() -> pump(client, server));
      pump(server, client);
    } catch (IOException nobodyThere) {
      shut(client);
    }
  }

  private void pump(Socket from, Socket to) {
    var chunk = new byte[CHUNK];
    try {
      for (int n; (n = from.getInputStream().read(chunk)) >= 0; ) {
        awaitSound();
        to.getOutputStream().write(chunk, 0, n);
      }
    } catch (IOException | InterruptedException broken) {
      // One side is gone, so is the other.
    } finally {
      drop(from);
      drop(to);
    }
  }

  private synchronized void awaitSound() throws InterruptedException {
    while (silent) wait();
  }

  private void drop(Socket socket) {
    open.remove(socket);
    shut(socket);
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // As wanted.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
    mend();
  }
}
