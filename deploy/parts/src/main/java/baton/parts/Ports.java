package baton.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of the loopback interface. */
public final class Ports {

  /**
   * Systems give outgoing connections ports from 32768 on (Linux) or higher: one of those could be
   * taken between the choice and the start.
   */
  private static final int LOWEST = 10_000;

  private static final int HIGHEST = 25_999;
  private static final int TRIES = 1_000;

  private Ports() {}

  /** A port that nobody listens on at this moment, and that no outgoing connection will take. */
  public static int free() throws IOException {
    return ThreadLocalRandom.current()
        .ints(TRIES, LOWEST, HIGHEST + 1)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new IOException("no free port found from " + LOWEST + " to " + HIGHEST));
  }

  /** Whether a listener could be started on the port now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /**
   * The first base at or above {@code from}, in steps of 20, with {@code count} free ports above
   * it.
   */
  public static int freeBase(int from, int count) {
    int base = from;
    while (!IntStream.rangeClosed(base + 1, base + count).allMatch(Ports::isFree)) {
      base += 20;
    }
    return base;
  }
}
