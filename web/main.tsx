import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "./page.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { asked } from "#web/desk/asking.ts";
import { wearLook } from "#web/desk/look.ts";
import { settleIn } from "./installed.ts";
import { router } from "./routes.tsx";

wearLook();
settleIn();

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={asked}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
