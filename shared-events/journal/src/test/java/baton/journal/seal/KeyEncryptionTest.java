package baton.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionTest {
  @TempDir Path folder;

  @Test
  void a_keyset_file_wraps_and_unwraps() throws Exception {
    Path file = Files.writeString(folder.resolve("kek.json"), TestKeys.keyset());
    Aead aead = KeyEncryption.read(file);
    byte[] wrapped = aead.encrypt(new byte[] {1}, new byte[] {2});
    assertThat(KeyEncryption.read(file).decrypt(wrapped, new byte[] {2})).containsExactly(1);
  }

  @Test
  void a_missing_or_foreign_file_is_told_and_never_replaced() throws Exception {
    Path missing = folder.resolve("none.json");
    assertThatThrownBy(() -> KeyEncryption.read(missing)).isInstanceOf(IOException.class);
    assertThat(missing).doesNotExist();
    Path foreign = Files.writeString(folder.resolve("foreign.json"), "{}");
    assertThatThrownBy(() -> KeyEncryption.read(foreign))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("foreign.json");
  }
}
