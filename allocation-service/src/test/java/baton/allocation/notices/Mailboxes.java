package baton.allocation.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server, and forces with a duty mailbox; a test looks when it likes. */
public class Mailboxes implements QuarkusTestResourceLifecycleManager {
  static final String HERTFORDSHIRE = "duty@41.example";
  static final String WEST_MERCIA = "duty@22.example";

  private static GreenMail mail;
  private static int port;

  @Override
  public Map<String, String> start() {
    mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    port = mail.getSmtp().getPort();
    return Map.of(
        "baton.duty-mailbox.force.\"41\".to", HERTFORDSHIRE,
        "baton.duty-mailbox.force.\"22\".to", WEST_MERCIA,
        "baton.duty-mailbox.after", "0s",
        "baton.duty-mailbox.retry-first", "1ms",
        "baton.duty-mailbox.look-every", "1h",
        "quarkus.mailer.mock", "false",
        "quarkus.mailer.host", "localhost",
        "quarkus.mailer.port", Integer.toString(port));
  }

  /** On the same port as before. */
  static void backAgain() {
    mail = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  static void away() {
    mail.stop();
  }

  static List<MimeMessage> to(String mailbox) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> isTo(message, mailbox))
        .toList();
  }

  private static boolean isTo(MimeMessage message, String mailbox) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .anyMatch(each -> each.toString().equals(mailbox));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (mail != null) mail.stop();
  }
}
