package baton.local.commands;

import baton.local.Home;
import baton.local.Trouble;
import baton.local.export.KeptCheckpoints;
import baton.proof.ProofLine.Manifest;
import baton.proof.SignedNote;
import baton.proof.Trust;
import baton.proof.Verdict;
import baton.proof.Verifier;
import baton.proof.VerifierKey;
import baton.proof.VerifierKey.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An export, its proof, and whom to trust. */
final class ProvedExport {
  @Parameters(paramLabel = "FILE", description = "The export.")
  private Path export;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "Its proof; default: the export's name with .proof behind it.")
  private Path proof;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Checkpoints that did not come with the export: kept from earlier, or got from a witness."
            + " Without any, the verdict says what it is worth."
      })
  private List<Path> checkpoints = List.of();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "The log's public key (name+hash+base64), or a file that has it; default: this"
            + " installation's."
      })
  private String key;

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description = "A witness's public key, or a file that has it; may be given again.")
  private List<String> witnesses = List.of();

  Path export() {
    return export;
  }

  /** Reads both files once, side by side. */
  Verdict verify(Home home, LongConsumer progress, Verifier.Taker taker) throws IOException {
    var trust =
        new Trust(
            logKey(home),
            witnesses.stream().map(each -> key(each, Kind.COSIGNATURE)).toList(),
            notes());
    try (var events = open(export);
        var proofs = open(proof())) {
      return new Verifier(trust).verify(events, proofs, progress, taker);
    }
  }

  /** The first line of the proof; empty where it is none. */
  Optional<Manifest> manifest() throws IOException {
    try (var proofs = open(proof())) {
      return Verifier.manifest(proofs);
    }
  }

  private Path proof() {
    return proof != null ? proof : Path.of(export + ".proof");
  }

  private VerifierKey logKey(Home home) {
    if (key != null) return key(key, Kind.NOTE);
    Path own = home.keys().resolve("checkpoint.pub");
    if (!Files.isReadable(own))
      throw Trouble.unasked("this installation has no key of a log; name it with --key");
    return key(own.toString(), Kind.NOTE);
  }

  private static VerifierKey key(String textOrFile, Kind kind) {
    try {
      boolean isKey = textOrFile.contains("+") && !Files.exists(Path.of(textOrFile));
      VerifierKey key = VerifierKey.parse(isKey ? textOrFile : text(Path.of(textOrFile)));
      if (key.kind() == kind) return key;
    } catch (IllegalArgumentException e) {
      throw Trouble.unasked(textOrFile + " is no public key: " + e.getMessage(), e);
    }
    throw Trouble.unasked(
        textOrFile
            + switch (kind) {
              case NOTE ->
                  " is a witness's key; the log's is what GET /audit/checkpoints/key gives";
              case COSIGNATURE ->
                  " is a log's key; a witness's is of kind 4 (C2SP tlog-cosignature)";
            });
  }

  private List<SignedNote> notes() {
    var notes = new ArrayList<SignedNote>();
    for (Path file : checkpoints) notes.addAll(KeptCheckpoints.notes(file));
    return notes;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Trouble.unasked(file + " cannot be read; name a text file that exists", e);
    }
  }

  private static InputStream open(Path file) {
    if (Files.isDirectory(file)) throw Trouble.unasked(file + " is a folder; name a file");
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw Trouble.unasked(file + " cannot be read; export again, or name it with --proof", e);
    }
  }
}
