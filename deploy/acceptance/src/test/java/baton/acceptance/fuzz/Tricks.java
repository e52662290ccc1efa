package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Makes a request hostile: as an HTTP message, not only as a body. */
record Tricks(RandomGenerator random) {
  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");
  private static final List<String> PATHS =
      List.of(
          "/",
          "//",
          "/..",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/%00",
          "/%ff%fe",
          "/%",
          "/%zz",
          "/;a=b",
          "/q",
          "/q/",
          "/q/dev",
          "/q/arc",
          "/q/metrics",
          "/q/openapi",
          "/q/swagger-ui",
          "/q/health/x",
          "/favicon.ico",
          "/parked",
          "/progress",
          "/clock",
          "/referrals/",
          "/Referrals",
          "/no/such/path",
          "*",
          "http://other/referrals");
  private static final List<String> HEADERS =
      List.of(
          "Authorization: Bearer",
          "Authorization: Bearer a.b.c",
          "Authorization: Basic YTpi",
          "Accept: text/html",
          "Accept: application/xml",
          "Accept: nonsense",
          "Accept: */*;q=0",
          "Accept: text/event-stream",
          "Content-Type: text/plain",
          "Content-Type: application/json; charset=utf-16",
          "Content-Type: application/json; charset=none",
          "Content-Type: nonsense",
          "Content-Type: */*",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Encoding: gzip",
          "Accept-Encoding: gzip, br, nonsense;q=2",
          "Accept-Language: \u00e9",
          "Expect: 100-continue",
          "Expect: nonsense",
          "Range: bytes=0-1",
          "If-Match: *",
          "Origin: http://evil.example",
          "Cookie: " + "a=b;".repeat(500),
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: 127.0.0.1",
          "X-Forwarded-Host: evil.example",
          "traceparent: nonsense",
          "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
          "Idempotency-Key:",
          "Idempotency-Key: \u00e9\u00ff",
          "Idempotency-Key: " + "k".repeat(3_000),
          "Baton-On-Behalf-Of: p-46-11",
          "Baton-On-Behalf-Of: " + "x".repeat(5_000),
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Last-Event-ID: nonsense",
          "Transfer-Encoding: gzip",
          "Host: other",
          "X-Long: " + "z".repeat(20_000));

  void playOn(Request request) {
    var tricks =
        List.<Consumer<Request>>of(
            this::method,
            this::path,
            this::query,
            this::header,
            this::header,
            this::headers,
            this::body,
            this::body,
            this::encoding,
            this::nobody);
    tricks.get(random.nextInt(tricks.size())).accept(request);
  }

  private void method(Request request) {
    request.method = METHODS.get(random.nextInt(METHODS.size()));
  }

  private void path(Request request) {
    request.target =
        switch (random.nextInt(4)) {
          case 0 -> request.target + PATHS.get(random.nextInt(PATHS.size()));
          case 1 -> request.target + "/" + "p".repeat(random.nextInt(12_000));
          default -> PATHS.get(random.nextInt(PATHS.size()));
        };
  }

  private void query(Request request) {
    var queries =
        List.of(
            "?",
            "?&&==&",
            "?limit=1&limit=x",
            "?after=%00",
            "?a=%zz",
            "?limit=99999999999",
            "?asAt=2999",
            "?q=" + "v".repeat(9_000));
    request.target += queries.get(random.nextInt(queries.size()));
  }

  private void header(Request request) {
    String header = HEADERS.get(random.nextInt(HEADERS.size()));
    String name = header.substring(0, header.indexOf(':') + 1);
    if (random.nextBoolean()) request.headers.removeIf(each -> each.startsWith(name));
    request.headers.add(header);
  }

  private void headers(Request request) {
    for (int n = random.nextInt(200); n > 0; n--) request.headers.add("X-" + n + ": " + n);
  }

  private void body(Request request) {
    request.body = Hostile.body(random);
    request.chunked = random.nextBoolean();
  }

  private void encoding(Request request) {
    if (request.body != null) request.body = new String(request.body, UTF_16).getBytes(UTF_16);
  }

  private void nobody(Request request) {
    request.headers.removeIf(each -> each.startsWith("Authorization"));
  }
}
