package io.sqe.bench.report;

/**
 * Writes the few shapes that charts are made of. Colours are classes of a style sheet in the picture, which follows the
 * reader's light or dark setting.
 */
final class Svg {
    private static final String STYLE = """
            <style>
              svg { background: #ffffff; font: 12px system-ui, 'Segoe UI', Helvetica, Arial, sans-serif }
              text { fill: #1f2328 }
              .title { font-size: 15px; font-weight: 600 }
              .quiet { fill: #59636e }
              .end { text-anchor: end }
              .middle { text-anchor: middle }
              .grid { stroke: #d1d9e0 }
              .base { stroke: #59636e }
              .ours { fill: #0a6ebd }
              .peer { fill: #d18616 }
              .good { fill: #1a7f37; stroke: #1a7f37 }
              .fair { fill: #9a6700; stroke: #9a6700 }
              .bad { fill: #cf222e; stroke: #cf222e }
              @media (prefers-color-scheme: dark) {
                svg { background: #0d1117 }
                text { fill: #f0f6fc }
                .quiet { fill: #9198a1 }
                .grid { stroke: #3d444d }
                .base { stroke: #9198a1 }
                .ours { fill: #4493f8 }
                .peer { fill: #e3a13b }
                .good { fill: #3fb950; stroke: #3fb950 }
                .fair { fill: #d29922; stroke: #d29922 }
                .bad { fill: #f85149; stroke: #f85149 }
              }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void rectangle(double x, double y, double wide, double high, String kind) {
        body.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"1\"/>\n"
                .formatted(kind, number(x), number(y), number(wide), number(high)));
    }

    void line(double fromX, double fromY, double toX, double toY, String kind) {
        body.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, number(fromX), number(fromY), number(toX), number(toY)));
    }

    void dot(double x, double y, double radius, String kind) {
        body.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                .formatted(kind, number(x), number(y), number(radius)));
    }

    void text(double x, double y, String text, String kind) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        body.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(kind, number(x), number(y), escaped));
    }

    String picture() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">%n"
                        .formatted(width, height)
                + STYLE + body + "</svg>\n";
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
