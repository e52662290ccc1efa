package baton.local.export;

import baton.local.Trouble;
import baton.local.client.AuditClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Fetches the proof first, because it says up to which checkpoints the export goes, and then the
 * events. Both can be cut off anywhere and gone on with.
 */
public final class ExportDownload {
  private static final int BUFFER = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuditClient client;
  private final ExportSlice slice;
  private final KeptCheckpoints kept;
  private final Path events;
  private final Path proof;
  private final Progress progress;

  /** Told as it goes on. */
  public interface Progress {
    /**
     * @param total 0 while it is not known
     */
    void got(long events, long total);
  }

  /**
   * What there is when all has come.
   *
   * @param bytes of the events' file
   */
  public record Exported(long events, long bytes, long round) {}

  /**
   * @param kept checkpoints to which the export is to be bound
   * @param proof where what proves the events goes
   */
  public ExportDownload(
      AuditClient client,
      ExportSlice slice,
      KeptCheckpoints kept,
      Path events,
      Path proof,
      Progress progress) {
    this.client = client;
    this.slice = slice;
    this.kept = kept;
    this.events = events;
    this.proof = proof;
    this.progress = progress;
  }

  /** Anew, or on from where the files end. */
  public Exported run() throws IOException {
    ProofFile there = Files.exists(proof) ? ProofFile.read(proof) : null;
    if (there == null && hasEvents())
      throw Trouble.unasked(
          events + " is there, " + proof + " is not: nothing says what it is of; remove it");
    if (there != null) requireSame(there);
    if (there == null || !there.complete()) {
      there = fetchProof(there);
      if (!there.complete()) throw cutOff("the proof ends too early", null);
    }
    fetchEvents(there);
    return new Exported(there.events(), Files.size(events), there.round());
  }

  private ProofFile fetchProof(ProofFile there) throws IOException {
    String query =
        there == null || there.last() == null
            ? slice.query(null, null, kept)
            : slice.query(there.round(), there.last(), KeptCheckpoints.NONE);
    long from = there == null || there.last() == null ? 0 : there.bytes();
    long known = from == 0 ? 0 : there.events();
    append(client.stream("/audit/export/proof" + query), proof, from, known, 0);
    return ProofFile.read(proof);
  }

  private void fetchEvents(ProofFile whole) throws IOException {
    Arrived arrived = arrived();
    if (arrived.events == whole.events()) {
      if (Files.exists(events)) cut(events, arrived.bytes);
      else Files.createFile(events);
      return;
    }
    var body =
        client.stream(
            "/audit/export" + slice.query(whole.round(), arrived.place, KeptCheckpoints.NONE));
    append(body, events, arrived.bytes, arrived.events, whole.events());
    if (arrived().events != whole.events()) throw cutOff("the events end too early", null);
  }

  /**
   * @param place of the last event that is whole, or null
   */
  private record Arrived(long events, long bytes, String place) {}

  /** Event by event beside the proof, because bytes that are no event may take several lines. */
  private Arrived arrived() throws IOException {
    var none = new Arrived(0, 0, null);
    if (!Files.exists(events)) return none;
    try (var there = new WholeLines(events);
        var proofs = new WholeLines(proof)) {
      proofs.next();
      Arrived arrived = none;
      for (JsonNode line = ProofFile.json(proofs.next(), proof);
          line != null && !line.has("end");
          line = ProofFile.json(proofs.next(), proof)) {
        var event = ProofFile.Event.of(line);
        for (int i = 0; i < event.lines(); i++) if (there.next() == null) return arrived;
        arrived = new Arrived(arrived.events + 1, there.bytes(), event.place());
      }
      return arrived;
    }
  }

  private void append(InputStream body, Path file, long from, long known, long total)
      throws IOException {
    cut(file, from);
    try (body;
        var out =
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                BUFFER)) {
      var buffer = new byte[BUFFER];
      long got = known;
      for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
        out.write(buffer, 0, count);
        for (int i = 0; i < count; i++) if (buffer[i] == '\n') got++;
        progress.got(got, total);
      }
    }
  }

  private int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw cutOff("the connection broke", e);
    }
  }

  private static void cut(Path file, long bytes) throws IOException {
    if (!Files.exists(file)) return;
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private boolean hasEvents() throws IOException {
    return Files.exists(events) && Files.size(events) > 0;
  }

  private void requireSame(ProofFile there) {
    var asked = JSON.createObjectNode();
    if (slice.referral() != null) asked.put("referral", slice.referral().toString());
    if (slice.force() != null) asked.put("force", slice.force());
    boolean same =
        asked.path("referral").equals(there.slice().path("referral"))
            && asked.path("force").equals(there.slice().path("force"))
            && sameTime(slice.from(), there.slice().path("from"))
            && sameTime(slice.to(), there.slice().path("to"));
    if (!same)
      throw Trouble.unasked(
          proof + " is of another slice; export with the same options, or to another file");
    if (there.last() != null && !kept.connectedIn(there.manifest()))
      throw Trouble.unasked(
          proof
              + " is not connected with the checkpoints of --since; export anew, to another file");
  }

  private static boolean sameTime(Instant asked, JsonNode there) {
    return asked == null ? there.isMissingNode() : asked.equals(Instant.parse(there.asText()));
  }

  private Trouble cutOff(String why, Throwable cause) {
    return Trouble.unasked(why + "; the same command with --resume goes on where it was", cause);
  }
}
