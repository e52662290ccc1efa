package baton.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Home;
import baton.local.commands.BatonCommand;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** The real commands, as `./baton` runs them for one installation. */
record Line(Home home) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a command came to. */
  record Ran(int exitCode, String out, String err) {
    Ran exits(int code) {
      assertThat(exitCode).as("out: %s%nerr: %s", out, err).isEqualTo(code);
      return this;
    }

    JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + out, e);
      }
    }

    /** What people are told who did something wrong: one line that says what to do. */
    String oneLine() {
      assertThat(err.strip().lines()).as("out: %s%nerr: %s", out, err).hasSize(1);
      assertThat(err).startsWith("baton: ");
      return err;
    }
  }

  Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        BatonCommand.line(
                home.checkout(),
                Map.of(
                    "BATON_HOME", home.folder().toString(),
                    "BATON_PORT_BASE", Integer.toString(home.portBase())))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
