package baton.parts.keys;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proof.NoteSigner;
import baton.proof.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKeyTest {
  @TempDir Path folder;

  @Test
  void it_is_made_once_for_its_owner_and_the_public_file_verifies() throws Exception {
    Path key = CheckpointKey.in(folder);
    String first = Files.readString(key);
    CheckpointKey.in(folder);
    VerifierKey published = VerifierKey.parse(Files.readString(folder.resolve("checkpoint.pub")));

    assertThat(key).hasContent(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(NoteSigner.in(key).sign("baton", "a text\n").signedBy(published)).isTrue();
  }
}
