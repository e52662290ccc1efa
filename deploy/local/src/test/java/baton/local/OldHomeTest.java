package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.parts.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose broker asked nobody for a name, which is to be closed. */
class OldHomeTest {
  private static final int PORTS_FROM = 24_080;

  @TempDir private Path folder;

  @Test
  void it_is_left_running_where_it_could_not_come_up_again() throws Exception {
    var home = new Home(folder, folder.resolve("home"), Ports.freeBase(PORTS_FROM, Home.PORTS));
    Files.createDirectories(home.kafka());
    var told = new ArrayList<String>();
    try (var _ = new ServerSocket(home.insidePort(1), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new LocalBaton(home, told::add).up(null, null, null))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("port " + home.insidePort(1) + ", which Kafka needs, is in use");
    }
    assertThat(told).as("nothing was begun").isEmpty();
  }
}
