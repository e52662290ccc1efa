package baton.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.parts.Ports;
import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private int intakePort;

  @BeforeEach
  void choosePorts() throws Exception {
    intakePort = Ports.free();
  }

  private int baton(String... arguments) {
    var environment =
        Map.of(
            "BATON_HOME", folder.resolve("home").toString(),
            "BATON_PORT_BASE", Integer.toString(intakePort - 1));
    return BatonCommand.line(folder, environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void a_token_is_all_that_stands_on_standard_output() {
    assertThat(baton("token", "--role", "officer", "--organisation", "46", "--person", "p-1"))
        .isZero();
    var token = out.toString().strip();
    assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
        .contains("\"groups\":[\"officer\"]", "\"organisation\":\"46\"", "\"person\":\"p-1\"");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_persons_role_needs_a_person() {
    assertThat(baton("token", "--role", "officer", "--organisation", "46")).isNotZero();
    assertThat(err.toString())
        .isEqualTo("baton: the role officer is a person's; name one with --person\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_port_in_use_is_told_before_anything_starts() throws Exception {
    try (var taken = new ServerSocket(intakePort, 1, InetAddress.getLoopbackAddress())) {
      assertThat(baton("up")).isNotZero();
      assertThat(err.toString())
          .isEqualTo(
              "baton: port %d, which intake-service needs, is in use; stop that program or set BATON_PORT_BASE%n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void before_the_first_start_all_is_stopped() {
    assertThat(baton("status")).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(6).allMatch(line -> line.endsWith("stopped"));
    assertThat(baton("down")).isZero();
  }

  @Test
  void a_home_that_cannot_be_made_is_told_in_one_line() throws Exception {
    Files.writeString(folder.resolve("home"), "a file stands where the folder should be");
    assertThat(baton("up")).isNotZero();
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void sending_while_baton_is_down_is_told() throws Exception {
    var file = Files.writeString(folder.resolve("batch.ndjson"), "{}\n");
    assertThat(baton("send", file.toString())).isNotZero();
    assertThat(err.toString())
        .contains("Baton is not up: nothing answers on port " + intakePort)
        .contains("baton up");
  }

  @Test
  void a_file_goes_as_one_batch_and_its_bad_lines_are_named() throws Exception {
    var file = Files.writeString(folder.resolve("spade batch.ndjson"), "{\"a\":1}\n{\"b\"\n");
    var requests = new ArrayList<String>();
    var server =
        intake(
            requests,
            201,
            """
        {"batchId":"b-1","received":2,"created":1,"repeated":0,"amended":0,"rejected":1,
         "problems":[{"line":2,"type":"x","detail":"not JSON"}]}""");
    try {
      assertThat(baton("send", "--key", "k-1", file.toString())).isZero();
    } finally {
      server.stop(0);
    }
    assertThat(requests)
        .containsExactly("/batches?name=spade+batch.ndjson", "k-1", "{\"a\":1}\n{\"b\"\n");
    assertThat(out.toString())
        .isEqualTo(
            "batch b-1: 2 received, 1 created, 0 repeated, 0 amended, 1 rejected\n"
                + "line 2: not JSON\n");
    assertThat(err.toString()).contains("100 %");
  }

  @Test
  void a_refusal_is_told_with_the_services_own_reason() throws Exception {
    var file = Files.writeString(folder.resolve("batch.ndjson"), "{}\n");
    var server = intake(new ArrayList<>(), 403, "{\"detail\":\"only an agency may\"}");
    try {
      assertThat(baton("send", file.toString())).isNotZero();
    } finally {
      server.stop(0);
    }
    assertThat(err.toString()).contains("refused with 403: only an agency may");
  }

  private HttpServer intake(List<String> requests, int status, String answer) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), intakePort);
    var server = HttpServer.create(address, 0);
    server.createContext(
        "/batches",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          requests.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          requests.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
